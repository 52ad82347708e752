import type { ClusterId } from '../values/actor.ts'
import type { OutcomeRecord } from '../values/offer.ts'
import type { CountedReferral } from './rates.ts'

/** A beta prior as a mean (0 to 1) and how many referrals it weighs. */
export interface Prior {
  readonly mean: number
  readonly strength: number
}

/** Of which partners or offers nothing is known yet: half, weighing ten referrals (policy `record`). */
export const FLAT_PRIOR: Prior = { mean: 0.5, strength: 10 }

export interface Count {
  readonly hits: number
  readonly of: number
}

/** The mean of the beta posterior: the observed share, drawn towards the prior the more the fewer observations there are. */
export function smoothedRate(count: Count, prior: Prior): number {
  const weight = count.of + prior.strength
  return weight === 0 ? prior.mean : (count.hits + prior.strength * prior.mean) / weight
}

const STRENGTHS: readonly number[] = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128]

/** ln B(hits + a, misses + b) - ln B(a, b) for whole counts, as sums of logarithms. */
function logEvidence({ hits, of }: Count, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < hits; i++) sum += Math.log(a + i)
  for (let i = 0; i < of - hits; i++) sum += Math.log(b + i)
  for (let i = 0; i < of; i++) sum -= Math.log(a + b + i)
  return sum
}

/**
 * Empirical Bayes: the prior under which the observed counts are most likely, its mean that of all observations together
 * (itself drawn to `fallback`), its strength the best of a fixed list. With fewer than two groups it is the fallback.
 */
export function fittedPrior(counts: readonly Count[], fallback: Prior = FLAT_PRIOR): Prior {
  const known = counts.filter((count) => count.of > 0)
  const mean = smoothedRate(
    { hits: known.reduce((sum, one) => sum + one.hits, 0), of: known.reduce((sum, one) => sum + one.of, 0) },
    { mean: fallback.mean, strength: 2 },
  )
  if (known.length < 2) return known.length === 0 ? fallback : { mean, strength: fallback.strength }
  let best = { mean, strength: fallback.strength }
  let bestLog = Number.NEGATIVE_INFINITY
  for (const strength of STRENGTHS) {
    const log = known.reduce((sum, one) => sum + logEvidence(one, mean * strength, (1 - mean) * strength), 0)
    if (log > bestLog) {
      bestLog = log
      best = { mean, strength }
    }
  }
  return best
}

/** One actor of a proposal with what the record needs. */
export interface RecordedReferral extends CountedReferral {
  readonly offerId: string
  readonly cluster: ClusterId | null
}

/** Outcomes of each offer by cluster, as fit reads them: helped, and all whose end is known (helped, not helped, declined). */
export function outcomeRecords(referrals: Iterable<RecordedReferral>): ReadonlyMap<string, readonly OutcomeRecord[]> {
  const records = new Map<string, Map<ClusterId, { helped: number; closed: number }>>()
  for (const { offerId, cluster, state, outcome, sentOn } of referrals) {
    if (sentOn === null || cluster === null || (outcome === null && state !== 'declined')) continue
    const byCluster = records.get(offerId) ?? new Map()
    records.set(offerId, byCluster)
    const found = byCluster.get(cluster) ?? { helped: 0, closed: 0 }
    byCluster.set(cluster, {
      helped: found.helped + (outcome === 'helped' ? 1 : 0),
      closed: found.closed + 1,
    })
  }
  return new Map(
    [...records].map(([offerId, byCluster]) => [
      offerId,
      [...byCluster]
        .map(([cluster, counts]) => ({ cluster, ...counts }))
        .sort((a, b) => (a.cluster < b.cluster ? -1 : 1)),
    ]),
  )
}
