import type { FactId } from '../values/facts.ts'

/** Shares below are whole percent of their component's weight; weights are points of 100. */
export interface Policy {
  readonly version: string
  /** Points of each component of fit; they total 100. */
  readonly weights: {
    readonly need: number
    readonly sector: number
    readonly region: number
    readonly cluster: number
    readonly record: number
  }
  /** Weight of her first, second, third ... need; the last value repeats. */
  readonly needRanks: readonly number[]
  readonly sector: { readonly named: number; readonly family: number; readonly all: number }
  /** Sectors that resemble each other, by family. */
  readonly sectorFamilies: Readonly<Record<string, readonly string[]>>
  readonly region: {
    readonly regency: number
    readonly province: number
    readonly national: number
    /** At this distance in km and beyond, a service point adds nothing. */
    readonly farKm: number
  }
  /** Share by how many clusters the offer serves: made for one, for two, for all three. */
  readonly cluster: { readonly one: number; readonly two: number; readonly three: number }
  /** Smoothing of the helped rate: as if `strength` referrals had gone as the mean of all offers; `prior` where none has an outcome. */
  readonly record: { readonly prior: number; readonly strength: number }
  /** A capacity figure older than this is unknown. */
  readonly capacityMaxAgeDays: number
  /** Facts and sources count as fresh up to `freshDays` and as worth nothing from `staleDays`. */
  readonly freshness: { readonly freshDays: number; readonly staleDays: number }
  /** Parts of confidence; they total 100. */
  readonly confidence: { readonly decided: number; readonly facts: number; readonly offer: number }
  readonly sourceConfidence: { readonly high: number; readonly medium: number; readonly low: number }
  readonly complementaryMax: number
  /** Facts a woman, with help, can change. */
  readonly changeable: readonly FactId[]
  /** Permits from the easiest to the hardest to get; papers that are no longer issued stand last. */
  readonly permitLadder: readonly string[]
}

/** Version of the rules in this folder (verdicts, points, order). Raise it when an answer may change. */
export const RULES_VERSION = '2026-11-24'

/**
 * The policy of the first start. All numbers are our proposal, to be set by the ministry; only the 30 days of capacity
 * and the ladder of permits come from the design of the programme.
 */
export const DEFAULT_POLICY: Policy = {
  version: '2026-11',
  weights: { need: 40, sector: 20, region: 15, cluster: 10, record: 15 },
  needRanks: [100, 70, 50, 35, 25],
  sector: { named: 100, family: 60, all: 40 },
  sectorFamilies: {
    food: [
      'food_snack',
      'food_fish',
      'food_bakery',
      'food_meal',
      'food_soy',
      'food_sugar_sweets',
      'beverage',
      'herbal',
    ],
    textile: ['textile_batik', 'textile_weaving', 'embroidery', 'garment', 'bedding_household_textile'],
    craft: ['woven_fibre', 'wood_craft', 'leather_footwear', 'ceramics', 'other_craft'],
    care: ['soap_cosmetic'],
  },
  region: { regency: 100, province: 70, national: 40, farKm: 100 },
  cluster: { one: 100, two: 75, three: 50 },
  record: { prior: 50, strength: 10 },
  capacityMaxAgeDays: 30,
  freshness: { freshDays: 90, staleDays: 730 },
  confidence: { decided: 60, facts: 20, offer: 20 },
  sourceConfidence: { high: 100, medium: 75, low: 50 },
  complementaryMax: 5,
  changeable: [
    'permits',
    'group_size',
    'bank_account',
    'smartphone',
    'internet',
    'email',
    'has_brand_label',
    'separate_halal_production',
    'product_form',
    'export_ready',
  ],
  permitLadder: ['nib', 'npwp', 'spp_irt', 'halal', 'merek', 'slhs', 'bpom_md', 'sku', 'iumk'],
}

/** Weight of the need at a rank, counted from 0. */
export function needWeight(policy: Policy, rank: number): number {
  return policy.needRanks[Math.min(rank, policy.needRanks.length - 1)]!
}
