import type { Rate } from '../loop/rates.ts'
import { K } from '../privacy/suppress-counts.ts'
import type { ProgrammeCounts } from './programme-rates.ts'

/**
 * A count of women as anybody may read it: nothing below K, else rounded down to a multiple of K. Nought is not told apart
 * from a few, and a difference between two of them (a total and its districts, yesterday and today, sent and closed) is
 * off by up to K - 1 on both sides, so that subtracting tells nothing certain about fewer than K.
 */
export function publicCount(count: number): number | null {
  return count < K ? null : count - (count % K)
}

/** What the public page says of a programme or a district. Null stands for "fewer than K". */
export interface PublicCounts {
  readonly sent: number | null
  readonly accepted: number | null
  readonly closed: number | null
  readonly helped: number | null
  readonly lost: number | null
  /** Made of the rounded counts; null where one of its two counts is not told. */
  readonly rates: Readonly<Record<'accepted' | 'closedLoop' | 'helped' | 'lost', Rate | null>>
  /** Women helped, of the target; null without a target or where the count is not told. */
  readonly ofTarget: Rate | null
}

/** The counts as the public may read them. A target is no count of women and is told as it is. */
export function publicCounts(counts: ProgrammeCounts, target: number | null): PublicCounts {
  const told = {
    sent: publicCount(counts.sent),
    accepted: publicCount(counts.accepted),
    closed: publicCount(counts.helped + counts.notHelped + counts.declined),
    helped: publicCount(counts.helped),
    lost: publicCount(counts.lost),
  }
  const share = (part: number | null, of: number | null) =>
    part === null || of === null ? null : { part, of, value: part / of }
  return {
    ...told,
    rates: {
      accepted: share(told.accepted, told.sent),
      closedLoop: share(told.closed, told.sent),
      helped: share(told.helped, told.closed),
      lost: share(told.lost, told.sent),
    },
    ofTarget: target === null || target === 0 ? null : share(publicCount(counts.helpedWomen), target),
  }
}
