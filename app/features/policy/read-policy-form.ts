import type { Policy } from '#app/domain/matching/policy.ts'
import type { FactId } from '#app/domain/values/facts.ts'
import { NUMBER_FIELDS, POLICY_FIELDS } from './policy-fields.ts'

/** A number as typed; NaN for anything that is no whole number. */
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
}

/** The number that stands under a field in a policy. */
export function policyNumber(policy: Policy, field: string): number {
  const [group, key] = field.split('.') as [keyof Policy, string | undefined]
  const value = policy[group] as unknown
  return key === undefined ? (value as number) : (value as Readonly<Record<string, number>>)[key]!
}

/** The policy a form describes, made from the active one; whether it can be used is for `policyProblems` to say. */
export function policyOfForm(base: Policy, form: FormData, version: string): Policy {
  const made = structuredClone(base) as unknown as Record<string, unknown>
  for (const field of NUMBER_FIELDS) {
    const [group, key] = field.split('.') as [string, string | undefined]
    const value = wholeNumber(String(form.get(field) ?? ''))
    if (key === undefined) made[group] = value
    else (made[group] as Record<string, number>)[key] = value
  }
  made.needRanks = String(form.get(POLICY_FIELDS.ranks) ?? '')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(wholeNumber)
  made.changeable = form.getAll(POLICY_FIELDS.changeable).map(String) as FactId[]
  made.version = version
  return made as unknown as Policy
}

/** A version not used yet: the day, and a number where that day has had one. */
export function nextVersion(day: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const version = n === 1 ? day : `${day}.${n}`
    if (!taken.includes(version)) return version
  }
}
