import { FACT_KINDS, FACT_VALUES, type FactId, type FactValue } from './facts.ts'

/** The largest whole number a fact may be; above it the answer is a slip of the pen. */
export const FACT_LIMITS: { readonly [F in FactId]?: number } = {
  operating_months: 1200,
  group_size: 100_000,
  annual_sales_idr: 1e15,
}

/** Whether a value can be the value of a fact: its kind, its vocabulary, its range, nothing twice. */
export function isValueOf(fact: FactId, value: FactValue): boolean {
  const allowed = FACT_VALUES[fact] ?? []
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= FACT_LIMITS[fact]!
    case 'choice':
      return typeof value === 'string' && allowed.includes(value)
    case 'set':
      return (
        Array.isArray(value) &&
        value.every((member) => allowed.includes(member)) &&
        new Set(value).size === value.length
      )
  }
}
