/**
 * Shares the demo generator draws from. All of them are invented to look plausible: they describe no survey, and no page
 * may quote them.
 */

/** How common a sector is anywhere. */
export const SECTOR_BASE: Readonly<Record<string, number>> = {
  food_snack: 20,
  food_fish: 6,
  food_bakery: 12,
  food_meal: 12,
  food_soy: 5,
  food_sugar_sweets: 5,
  beverage: 6,
  herbal: 4,
  soap_cosmetic: 2,
  textile_batik: 3,
  textile_weaving: 3,
  embroidery: 3,
  garment: 7,
  bedding_household_textile: 2,
  woven_fibre: 4,
  wood_craft: 2,
  leather_footwear: 1.5,
  ceramics: 1,
  other_craft: 3.5,
}

/** By how much a sector is more common in a province. */
export const SECTOR_LEANING: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '11': { beverage: 2, embroidery: 2, food_fish: 1.5 },
  '12': { textile_weaving: 3, beverage: 2, food_snack: 1.2 },
  '13': { embroidery: 4, textile_weaving: 2.5, food_meal: 1.6, food_snack: 1.3 },
  '14': { textile_weaving: 1.5, food_sugar_sweets: 1.3 },
  '15': { textile_batik: 2 },
  '16': { food_fish: 3.5, textile_weaving: 3 },
  '17': { textile_batik: 1.5, beverage: 1.8 },
  '18': { food_snack: 1.8, beverage: 2, embroidery: 2 },
  '19': { food_fish: 4, food_snack: 1.4 },
  '21': { food_fish: 4 },
  '31': { food_meal: 2, garment: 2 },
  '32': { garment: 2.2, food_snack: 1.4, leather_footwear: 2, textile_batik: 1.5 },
  '33': { textile_batik: 4, garment: 1.6, food_soy: 1.6, wood_craft: 1.8, herbal: 1.6 },
  '34': { textile_batik: 4, leather_footwear: 2, ceramics: 4, food_bakery: 1.4 },
  '35': { textile_batik: 2.2, garment: 1.5, food_soy: 1.6, leather_footwear: 2 },
  '36': { food_snack: 1.5, garment: 1.5 },
  '51': { wood_craft: 4, textile_weaving: 2.5, other_craft: 2 },
  '52': { textile_weaving: 5, ceramics: 3, woven_fibre: 2.5 },
  '53': { textile_weaving: 8, woven_fibre: 2 },
  '61': { woven_fibre: 3, textile_weaving: 2 },
  '62': { woven_fibre: 4 },
  '63': { woven_fibre: 3.5, textile_batik: 1.5 },
  '64': { woven_fibre: 2, food_fish: 1.8 },
  '65': { food_fish: 2.5 },
  '71': { food_fish: 2.5, food_bakery: 1.4 },
  '72': { food_snack: 1.5, beverage: 1.5 },
  '73': { textile_weaving: 2.5, food_fish: 2, beverage: 1.6 },
  '74': { food_fish: 2.5, textile_weaving: 2.5 },
  '75': { embroidery: 4, food_sugar_sweets: 1.5 },
  '76': { textile_weaving: 3, food_fish: 1.8 },
  '81': { food_fish: 4, other_craft: 1.8 },
  '82': { food_fish: 4, food_sugar_sweets: 2 },
  '91': { woven_fibre: 4, food_fish: 2 },
  '92': { woven_fibre: 4, food_fish: 2 },
  '93': { woven_fibre: 4 },
  '94': { woven_fibre: 4, beverage: 2 },
  '95': { woven_fibre: 5, beverage: 2 },
  '96': { woven_fibre: 4, food_fish: 2.5 },
}

/** Shares by cluster: IR1, IR2, IR3. */
export type ByCluster = readonly [number, number, number]

export const CLUSTER_SHARE: ByCluster = [0.64, 0.29, 0.07]

export const PERMIT_SHARE: Readonly<Record<string, ByCluster>> = {
  nib: [0.28, 0.62, 0.93],
  sku: [0.2, 0.2, 0.1],
  iumk: [0.08, 0.1, 0.05],
  npwp: [0.18, 0.42, 0.88],
  /** Of those with a NIB, in sectors where the paper is usual. */
  spp_irt: [0.25, 0.55, 0.85],
  halal: [0.15, 0.42, 0.8],
  slhs: [0.05, 0.15, 0.45],
  merek: [0.02, 0.1, 0.5],
  bpom_md: [0, 0.03, 0.2],
}

export const BOOLEAN_SHARE = {
  smartphone: [0.72, 0.88, 0.98],
  bank_account: [0.55, 0.8, 0.98],
  woman_owned: [0.97, 0.95, 0.92],
  aided_before: [0.3, 0.45, 0.5],
  separate_halal_production: [0.35, 0.5, 0.8],
  export_ready: [0.004, 0.02, 0.22],
  has_brand_label: [0.15, 0.55, 0.95],
} as const satisfies Record<string, ByCluster>

/** Of those with a smartphone. */
export const INTERNET_SHARE = 0.9
export const EMAIL_SHARE: ByCluster = [0.35, 0.6, 0.92]
/** Where networks are thinner, the share with internet is multiplied by 0.75. */
export const THIN_NETWORK_PROVINCES: ReadonlySet<string> = new Set([
  '53',
  '81',
  '82',
  '91',
  '92',
  '93',
  '94',
  '95',
  '96',
])

export const CREDIT_SHARE: Readonly<Record<string, ByCluster>> = {
  mekaar: [0.16, 0.06, 0.01],
  umi: [0.05, 0.06, 0.02],
  kur: [0.05, 0.18, 0.3],
  other_programme: [0.03, 0.03, 0.03],
  bank: [0.02, 0.06, 0.2],
}

/** Upper bounds of the sales bands in million rupiah, with shares by cluster. */
export const SALES_BANDS: readonly (readonly [number, ByCluster])[] = [
  [50, [0.82, 0.22, 0.02]],
  [100, [0.15, 0.4, 0.1]],
  [300, [0.03, 0.32, 0.38]],
  [500, [0, 0.05, 0.32]],
  [2500, [0, 0.01, 0.18]],
]

/** The share of actors of whom a fact has not been asked yet. */
export const UNKNOWN_SHARE = {
  permits: 0.15,
  operating_months: 0.2,
  group_size: 0.22,
  credit_active: 0.35,
  credit_past: 0.45,
  smartphone: 0.12,
  internet: 0.2,
  bank_account: 0.2,
  email: 0.4,
  woman_owned: 0.06,
  aided_before: 0.4,
  separate_halal_production: 0.55,
  export_ready: 0.5,
  has_brand_label: 0.35,
  product_form: 0.12,
  annual_sales_idr: 0.45,
  ownership: 0.12,
} as const

/** A share of actors has only just been registered; of them each fact is unknown this many times as often. */
export const NEWLY_REGISTERED = { share: 0.2, factor: 2.2 } as const
