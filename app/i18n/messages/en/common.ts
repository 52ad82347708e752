import type { common as source } from '../id/common.ts'

export const common: typeof source = {}
