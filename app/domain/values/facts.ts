/**
 * The facts a condition may speak of, with their types (vocabulary.json, `facts`).
 * A fact that is absent or null is unknown, which is never the same as false, zero or an empty set.
 */
export const FACT_KINDS = {
  permits: 'set',
  operating_months: 'integer',
  group_size: 'integer',
  credit_active: 'set',
  credit_past: 'set',
  smartphone: 'boolean',
  internet: 'boolean',
  bank_account: 'boolean',
  email: 'boolean',
  woman_owned: 'boolean',
  aided_before: 'boolean',
  separate_halal_production: 'boolean',
  export_ready: 'boolean',
  has_brand_label: 'boolean',
  product_form: 'choice',
  annual_sales_idr: 'integer',
  ownership: 'choice',
} as const

export type FactId = keyof typeof FACT_KINDS
export type FactValue = boolean | number | string | readonly string[]

/** What is known about an actor. A missing or null entry means nobody has asked yet. */
export type Facts = { readonly [F in FactId]?: FactValue | null }

/** Every fact, in the order of the vocabulary; also the order of ties. */
export const FACT_IDS = Object.keys(FACT_KINDS) as readonly FactId[]

/** The values a set or choice fact may take (vocabulary.json, `facts[].values`). */
export const FACT_VALUES: { readonly [F in FactId]?: readonly string[] } = {
  permits: ['nib', 'sku', 'iumk', 'spp_irt', 'halal', 'bpom_md', 'slhs', 'merek', 'npwp'],
  credit_active: ['kur', 'umi', 'mekaar', 'other_programme', 'bank'],
  credit_past: ['kur', 'umi', 'mekaar', 'other_programme', 'bank'],
  product_form: ['dry_packaged', 'frozen_chilled', 'ready_meal', 'fresh', 'nonfood'],
  ownership: ['person', 'group', 'cooperative'],
}

export function isFactId(text: string): text is FactId {
  return Object.hasOwn(FACT_KINDS, text)
}

/** The recorded value of a fact, or null when it is unknown. */
export function factOf(facts: Facts, fact: FactId): FactValue | null {
  return facts[fact] ?? null
}
