import type { match as source } from '../id/match.ts'

export const match: typeof source = {}
