import type { SendingProblem, SendingProblemCode } from '../loop/sending.ts'

/**
 * Where one actor of a published programme stands with one offer. `planned`: her batch has not been tried. `sent`: she is
 * in a proposal, whose own state says the rest.
 */
export const ENTRY_STATES = ['planned', 'waiting_consent', 'blocked', 'sent'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Why an entry is not sent: what keeps her from being proposed, or that she is no longer in the district of the plan. */
export type EntryProblem = SendingProblemCode | 'moved'

/** How many actors one proposal of a programme asks a partner for: few enough for one answer to be fair to each. */
export const BATCH_SIZE = 10

/** A place of a plan as an entry is made from it. */
export interface PlannedPlace {
  readonly actor: string
  readonly offer: string
  readonly need: string
  readonly regency: string
}

/**
 * The places of a plan as batches: each of one offer in one kabupaten or kota, at most `size` actors. An actor whom an
 * offer is given for several needs stands in it once, with the first. The order of the places has no say in which batches
 * there are, only in who comes first within a cell.
 */
export function cutBatches(places: readonly PlannedPlace[], size: number = BATCH_SIZE): readonly PlannedPlace[][] {
  const cells = new Map<string, Map<string, PlannedPlace>>()
  for (const place of places) {
    const key = `${place.regency}\n${place.offer}`
    const cell = cells.get(key) ?? new Map<string, PlannedPlace>()
    cells.set(key, cell)
    if (!cell.has(place.actor)) cell.set(place.actor, place)
  }
  const batches: PlannedPlace[][] = []
  for (const key of [...cells.keys()].sort()) {
    const cell = [...cells.get(key)!.values()]
    for (let at = 0; at < cell.length; at += size) batches.push(cell.slice(at, at + size))
  }
  return batches
}

/** What a check says about one entry: null when she can be sent. Consent alone is waited for; anything else is told. */
export function entryProblem(
  actorId: string,
  problems: readonly SendingProblem[],
): { readonly state: 'waiting_consent' | 'blocked'; readonly problem: EntryProblem } | null {
  const own = problems.filter((problem) => problem.actorId === actorId)
  if (own.length === 0) return null
  const other = own.find((problem) => problem.code !== 'no_consent')
  return other ? { state: 'blocked', problem: other.code } : { state: 'waiting_consent', problem: 'no_consent' }
}
