import type { intake as source } from '../id/intake.ts'

export const intake: typeof source = {}
