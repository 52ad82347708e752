import type { FactId, Facts, FactValue } from '#app/domain/values/facts.ts'
import * as weights from './demo-weights.ts'
import { cumulate, pickWeighted, type Random } from './random.ts'

/** What the facts of an invented actor depend on. */
export interface FactSetting {
  /** 0 to 2 for IR1 to IR3. */
  readonly cluster: 0 | 1 | 2
  readonly province: string
  readonly usualPermits: ReadonlySet<string>
  readonly form: string
  /** Members of the group of her village, 0 when the village has none. */
  readonly villageGroup: number
}

const SALES_BY_CLUSTER = ([0, 1, 2] as const).map((cluster) =>
  cumulate(weights.SALES_BANDS.map(([, share]) => share[cluster])),
)
const PAPERS_AFTER_NIB = ['spp_irt', 'halal', 'slhs', 'merek'] as const

function permitsOf(random: Random, { cluster, usualPermits, form }: FactSetting): string[] {
  const has = (permit: string) => random() < weights.PERMIT_SHARE[permit]![cluster]
  const permits: string[] = []
  const nib = has('nib')
  if (nib) permits.push('nib')
  else {
    if (has('sku')) permits.push('sku')
    if (has('iumk')) permits.push('iumk')
  }
  if (has('npwp')) permits.push('npwp')
  if (!nib) return permits
  for (const paper of PAPERS_AFTER_NIB) {
    // why: P-IRT covers dry, shelf-stable food only
    const possible = usualPermits.has(paper) && (paper !== 'spp_irt' || form === 'dry_packaged')
    if (possible && has(paper)) permits.push(paper)
  }
  if (form === 'frozen_chilled' && has('bpom_md')) permits.push('bpom_md')
  return permits
}

function creditsOf(random: Random, cluster: 0 | 1 | 2, scale: number): string[] {
  return Object.keys(weights.CREDIT_SHARE).filter((kind) => random() < weights.CREDIT_SHARE[kind]![cluster] * scale)
}

function monthsOf(random: Random, cluster: 0 | 1 | 2): number {
  const [least, span] = (
    [
      [1, 60],
      [10, 130],
      [36, 220],
    ] as const
  )[cluster]
  return least + Math.floor(random() ** 1.8 * span)
}

/** Draws the facts of one actor; what nobody has asked is left out. */
export function demoFacts(random: Random, setting: FactSetting): Facts {
  const { cluster, form } = setting
  const factor = random() < weights.NEWLY_REGISTERED.share ? weights.NEWLY_REGISTERED.factor : 1
  const facts: { [F in FactId]?: FactValue } = {}
  const tell = (fact: FactId, value: FactValue) => {
    if (random() >= Math.min(0.95, weights.UNKNOWN_SHARE[fact] * factor)) facts[fact] = value
  }
  const yes = (fact: keyof typeof weights.BOOLEAN_SHARE) => random() < weights.BOOLEAN_SHARE[fact][cluster]

  tell('permits', permitsOf(random, setting))
  tell('operating_months', monthsOf(random, cluster))
  tell('group_size', random() < 0.6 ? setting.villageGroup : 0)
  tell('credit_active', creditsOf(random, cluster, 1))
  tell('credit_past', creditsOf(random, cluster, 1.4))
  const smartphone = yes('smartphone')
  const network = weights.THIN_NETWORK_PROVINCES.has(setting.province) ? 0.75 : 1
  tell('smartphone', smartphone)
  tell('internet', random() < (smartphone ? weights.INTERNET_SHARE : 0.08) * network)
  tell('bank_account', yes('bank_account'))
  tell('email', random() < (smartphone ? weights.EMAIL_SHARE[cluster] : 0.02))
  tell('woman_owned', yes('woman_owned'))
  tell('aided_before', yes('aided_before'))
  if (form !== 'nonfood') tell('separate_halal_production', yes('separate_halal_production'))
  tell('export_ready', yes('export_ready'))
  tell('has_brand_label', yes('has_brand_label'))
  tell('product_form', form)
  const band = weights.SALES_BANDS[pickWeighted(random, SALES_BY_CLUSTER[cluster]!)]![0]
  tell('annual_sales_idr', band * 1_000_000)
  const owner = random()
  tell('ownership', owner < 0.93 ? 'person' : owner < 0.99 ? 'group' : 'cooperative')
  return facts
}
