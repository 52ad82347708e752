import { POLICY_GROUPS, POLICY_SINGLES } from '#app/domain/matching/policy-problems.ts'

/** Names of the fields of the form. Every number of the policy has a field of its own, named as `weights.need`. */
export const POLICY_FIELDS = {
  ranks: 'needRanks',
  changeable: 'changeable',
  note: 'alasan',
  /** The version that was active when the form was filled in. */
  seen: 'dilihat',
  /** The earlier version to be used again. */
  version: 'versi',
} as const

/** Most characters of the reason. */
export const NOTE_LIMIT = 500

/** The fields of numbers in the order of the form: group by group, then those that stand alone. */
export const NUMBER_FIELDS: readonly string[] = [
  ...Object.entries(POLICY_GROUPS).flatMap(([group, { keys }]) => keys.map((key) => `${group}.${key}`)),
  'region.farKm',
  ...Object.keys(POLICY_SINGLES),
]

/** The groups in which the numbers are shown; `single` holds those that stand alone. */
export const FIELD_GROUPS: readonly string[] = [...Object.keys(POLICY_GROUPS), 'single']

export const fieldsOf = (group: string): readonly string[] =>
  NUMBER_FIELDS.filter((field) =>
    group === 'single' ? Object.hasOwn(POLICY_SINGLES, field) : field.startsWith(`${group}.`),
  )
