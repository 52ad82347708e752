import type { errors as source } from '../id/errors.ts'

export const errors: typeof source = {}
