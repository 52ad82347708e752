import type { Messages } from '#app/i18n/messages/index.ts'
import { ScenarioError } from './read-scenario.ts'

export interface Matrix {
  readonly values: readonly (readonly number[])[]
  readonly capacities: readonly number[]
  readonly sense: 'max' | 'min'
}

const MOST_CELLS = 4_000_000

/**
 * Reads {values: [[..]], capacities: [..], sense?: "max" | "min"}: rows are actors, columns are offers.
 * @throws ScenarioError naming the row, column or field and the mend.
 */
export function readMatrix(value: unknown, t: Messages['plans']['input']): Matrix {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ScenarioError('', t.matrixShape)
  const { values, capacities, sense = 'max', ...rest } = value as Record<string, unknown>
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined) throw new ScenarioError(unknown, t.unknownField(unknown, 'values, capacities, sense'))
  if (sense !== 'max' && sense !== 'min')
    throw new ScenarioError('sense', t.notOneOf('sense', String(sense), 'max, min'))
  if (!Array.isArray(capacities)) throw new ScenarioError('capacities', t.matrixShape)
  capacities.forEach((capacity, column) => {
    if (!Number.isSafeInteger(capacity) || capacity < 0)
      throw new ScenarioError('capacities', t.matrixCapacity(column + 1))
  })
  if (!Array.isArray(values)) throw new ScenarioError('values', t.matrixShape)
  if (values.length * capacities.length > MOST_CELLS) throw new ScenarioError('values', t.matrixTooLarge(MOST_CELLS))
  values.forEach((row, at) => {
    if (!Array.isArray(row) || row.length !== capacities.length)
      throw new ScenarioError('values', t.matrixRow(at + 1, capacities.length))
    row.forEach((cell, column) => {
      if (typeof cell !== 'number' || !Number.isFinite(cell))
        throw new ScenarioError('values', t.matrixCell(at + 1, column + 1))
    })
  })
  return { values: values as number[][], capacities: capacities as number[], sense }
}
