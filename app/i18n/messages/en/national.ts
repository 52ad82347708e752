import type { national as source } from '../id/national.ts'

export const national: typeof source = {}
