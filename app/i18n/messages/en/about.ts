import type { about as source } from '../id/about.ts'

export const about: typeof source = {}
