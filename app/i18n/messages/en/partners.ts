import type { partners as source } from '../id/partners.ts'

export const partners: typeof source = {}
