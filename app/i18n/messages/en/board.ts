import type { board as source } from '../id/board.ts'

export const board: typeof source = {}
