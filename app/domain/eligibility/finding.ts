import type { FactId, FactValue } from '../values/facts.ts'
import type { Operator } from '../values/offer.ts'
import type { Result } from './fact-condition.ts'

export type StructuralCondition =
  | 'status'
  | 'region'
  | 'cluster'
  | 'sector'
  | 'need'
  | 'window'
  | 'capacity'
  | 'collaboration'

/** Why a condition came out as it did; app/i18n has a sentence for each in both languages. */
export type FindingCode =
  | 'region.national'
  | 'region.province'
  | 'region.regency'
  | 'region.outside'
  | 'region.ask_partner'
  | 'region.actor_unknown'
  | 'cluster.served'
  | 'cluster.not_served'
  | 'cluster.unknown'
  | 'sector.named'
  | 'sector.all'
  | 'sector.not_served'
  | 'sector.unknown'
  | 'need.shared'
  | 'need.none_shared'
  | 'need.unknown'
  | 'status.current'
  | 'status.unverified'
  | 'status.historical'
  | 'window.none_stated'
  | 'window.open'
  | 'window.not_yet'
  | 'window.closed'
  | 'capacity.not_stated'
  | 'capacity.places_left'
  | 'capacity.full'
  | 'capacity.stale'
  | 'collaboration.none'
  | 'collaboration.existing'
  | 'fact.met'
  | 'fact.unmet'
  | 'fact.unknown'
  | 'partner.to_check'

/** One line of a trace: a condition, how it came out, and the two values that decided it. */
export interface Finding {
  readonly condition: StructuralCondition | FactId | 'partner_checked'
  readonly result: Result
  readonly code: FindingCode
  readonly actual: FactValue | null
  readonly threshold: FactValue | null
  /** For rules about facts: the operator and the partner's own wording. */
  readonly op?: Operator
  readonly text?: { readonly id: string; readonly en: string }
}

export type Verdict = 'eligible' | 'undecided' | 'ineligible'

/** Kleene conjunction of a trace. What only the partner can check never lowers the verdict. */
export function verdictOf(trace: readonly Finding[]): Verdict {
  let verdict: Verdict = 'eligible'
  for (const finding of trace) {
    if (finding.condition === 'partner_checked') continue
    if (finding.result === 'fail') return 'ineligible'
    if (finding.result === 'unknown') verdict = 'undecided'
  }
  return verdict
}
