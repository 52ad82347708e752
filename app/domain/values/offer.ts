import type { ClusterId, NeedId, SectorId } from './actor.ts'
import type { FactId, FactValue } from './facts.ts'

export type OfferStatus = 'current' | 'unverified' | 'historical'
export type CoverageLevel = 'national' | 'province' | 'regency'
export type SourceConfidence = 'high' | 'medium' | 'low'
export type TieId = 'financing' | 'training' | 'market' | 'supply_chain' | 'csr_grant' | 'permits' | 'advocacy'

export type Operator = 'is' | 'gte' | 'lte' | 'has_any' | 'has_all' | 'lacks' | 'in' | 'not_in'

interface ConditionText {
  /** The rule as the partner states it. */
  readonly textId: string
  readonly textEn: string
  readonly confidence: SourceConfidence
}

/** A rule about one recorded fact. */
export interface FactCondition extends ConditionText {
  readonly fact: FactId
  readonly op: Operator
  readonly value: FactValue
}

/** A rule only the partner can check: shown, never evaluated, never stored about a woman. */
export interface PartnerCheck extends ConditionText {
  readonly fact: 'partner_checked'
  readonly op: 'none'
  readonly value: null
}

export type Condition = FactCondition | PartnerCheck

export interface Coverage {
  readonly level: CoverageLevel
  /** Province codes for `province`, regency codes for `regency`, empty for `national`. */
  readonly regions: readonly string[]
  /** False: the area is limited but the list is not known in full. */
  readonly known: boolean
}

export interface Capacity {
  /** Places in all; null where the partner has published none. */
  readonly slots: number | null
  readonly taken: number
  readonly unit: 'actor' | 'group' | 'village' | null
  readonly asOf: string | null
}

/** Outcomes of referrals to one offer by cluster, for the record component of fit. */
export interface OutcomeRecord {
  readonly cluster: ClusterId
  readonly helped: number
  readonly closed: number
}

/** A partner's programme (penawaran) as matching sees it. */
export interface Offer {
  readonly id: string
  readonly partnerId: string
  readonly tie: TieId
  readonly status: OfferStatus
  readonly needs: readonly NeedId[]
  /** `['*']` for every sector. */
  readonly sectors: readonly SectorId[]
  readonly clusters: readonly ClusterId[]
  readonly coverage: Coverage
  readonly conditions: readonly Condition[]
  readonly capacity: Capacity
  readonly window: { readonly opens: string | null; readonly closes: string | null }
  readonly confidence: SourceConfidence
  /** When the offer's description was last confirmed by its sources. */
  readonly asOf: string | null
  /** Seats of service, where known, for distances. */
  readonly servicePoints?: readonly { readonly lat: number; readonly lng: number }[]
  readonly record?: readonly OutcomeRecord[]
}
