import type { Day } from './day.ts'
import type { Facts } from './facts.ts'

export type ClusterId = 'IR1' | 'IR2' | 'IR3'
export const CLUSTER_IDS: readonly ClusterId[] = ['IR1', 'IR2', 'IR3']

/** Region codes are Kemendagri codes: "33" for a province, "33.24" for a kabupaten or kota. */
export type RegencyCode = string
export type ProvinceCode = string
export type NeedId = string
export type SectorId = string

/**
 * What matching may know of an actor (pelaku IR): no name, no contact, no exact amount.
 * Null means unknown; an empty list of needs means she was asked and has none.
 */
export interface ActorProfile {
  readonly id: string
  readonly regency: RegencyCode | null
  readonly village: string | null
  readonly sectors: readonly SectorId[] | null
  readonly cluster: ClusterId | null
  /** Most urgent first. */
  readonly needs: readonly NeedId[] | null
  readonly facts: Facts
  /** Day of the last confirmation of the facts; null when not recorded. */
  readonly factsAsOf: Day | null
  /** Offers she is proposed for or helped by already. Undefined where collaborations are not recorded. */
  readonly collaborations?: readonly string[]
}

export function provinceOf(regency: RegencyCode): ProvinceCode {
  return regency.slice(0, 2)
}
