import type { Finding } from '../eligibility/finding.ts'
import { type FactId, isFactId } from '../values/facts.ts'
import type { ConsentField } from './receipt.ts'

/** Facts that belong to another field than how ready her business is. */
const FIELD_OF_FACT: { readonly [F in FactId]?: ConsentField } = {
  annual_sales_idr: 'sales_band',
  product_form: 'products',
}

const FIELD_OF_STRUCTURE: Partial<Record<Finding['condition'], ConsentField>> = {
  region: 'place',
  cluster: 'products',
  sector: 'products',
  need: 'needs',
}

/**
 * The field she must allow before a partner reads how a condition came out for her, as on the cards; null for what speaks
 * of the offer alone (status, window, places) or is the partner's own to check.
 */
export function fieldOfCondition(condition: Finding['condition']): ConsentField | null {
  return isFactId(condition) ? (FIELD_OF_FACT[condition] ?? 'readiness') : (FIELD_OF_STRUCTURE[condition] ?? null)
}
