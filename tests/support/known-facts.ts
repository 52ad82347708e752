import type { Facts } from '#app/domain/values/facts.ts'

/** Every fact but the size of her group: nothing else keeps a pair undecided. */
export const KNOWN_FACTS: Facts = {
  permits: ['nib'],
  operating_months: 24,
  credit_active: [],
  credit_past: [],
  smartphone: true,
  internet: true,
  bank_account: true,
  email: true,
  woman_owned: true,
  aided_before: false,
  separate_halal_production: true,
  export_ready: false,
  has_brand_label: true,
  product_form: 'dry_packaged',
  annual_sales_idr: 25_000_000,
  ownership: 'person',
}
