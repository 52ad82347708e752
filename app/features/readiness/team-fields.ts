/** Names of the fields of the form about a team. */
export const TEAM_FIELDS = {
  decree: 'dasar',
  namedOn: 'tanggal',
  /** The record the form was filled in over: the instant it was written, empty where there was none. */
  seen: 'dilihat',
} as const

/** Most characters of a decision's kind and number. */
export const DECREE_LIMIT = 200
