import type { actors as source } from '../id/actors.ts'

export const actors: typeof source = {}
