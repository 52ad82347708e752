import type { Verb } from './verb.ts'

type VerbName = Verb['name']

/** Every verb with how to load it, in the order of the help. Only the verb that is called is loaded. */
export const VERBS: { readonly [Name in VerbName]: () => Promise<Verb> } = {
  migrate: async () => (await import('./verbs/migrate.ts')).migrateVerb,
  seed: async () => (await import('./verbs/seed.ts')).seedVerb,
  import: async () => (await import('./verbs/import.ts')).importVerb,
  match: async () => (await import('./verbs/match.ts')).matchVerb,
  board: async () => (await import('./verbs/board.ts')).boardVerb,
  'national-run': async () => (await import('./verbs/national-run.ts')).nationalRunVerb,
  search: async () => (await import('./verbs/search.ts')).searchVerb,
  reindex: async () => (await import('./verbs/reindex.ts')).reindexVerb,
  'index-status': async () => (await import('./verbs/index-status.ts')).indexStatusVerb,
  gaps: async () => (await import('./verbs/gaps.ts')).gapsVerb,
  plan: async () => (await import('./verbs/plan.ts')).planVerb,
  programme: async () => (await import('./verbs/programme.ts')).programmeVerb,
  jobs: async () => (await import('./verbs/jobs.ts')).jobsVerb,
  eval: async () => (await import('./verbs/eval.ts')).evalVerb,
  erase: async () => (await import('./verbs/erase.ts')).eraseVerb,
  reseal: async () => (await import('./verbs/reseal.ts')).resealVerb,
  audit: async () => (await import('./verbs/audit.ts')).auditVerb,
  region: async () => (await import('./verbs/region.ts')).regionVerb,
}

export function isVerbName(text: string): text is VerbName {
  return Object.hasOwn(VERBS, text)
}
