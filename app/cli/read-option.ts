import { type CliText, UsageError } from './verb.ts'

/**
 * A whole number given to an option; undefined when the option was not given.
 * @throws UsageError when it is anything else or out of range.
 */
export function readInteger(
  value: unknown,
  option: string,
  range: { readonly min: number; readonly max: number },
  t: CliText,
): number | undefined {
  if (value === undefined) return undefined
  const text = String(value)
  const number = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (number >= range.min && number <= range.max) return number
  throw new UsageError(t.errors.notInteger(option, text, String(range.min), String(range.max)))
}

/**
 * One of several words given to an option; undefined when the option was not given.
 * @throws UsageError when it is another word.
 */
export function readOneOf<Word extends string>(
  value: unknown,
  option: string,
  allowed: readonly Word[],
  t: CliText,
): Word | undefined {
  if (value === undefined) return undefined
  const found = allowed.find((word) => word === value)
  if (found === undefined) throw new UsageError(t.errors.notOneOf(option, String(value), allowed.join(', ')))
  return found
}
