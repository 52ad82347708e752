import type { cli as source } from '../id/cli.ts'

export const cli: typeof source = {}
