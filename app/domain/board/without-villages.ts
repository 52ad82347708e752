import type { DistrictBoard } from './types.ts'

/**
 * The board for who sees profiles under their codes only: its groups without the names of their villages. Members may be
 * looked up one by one, so a village beside their codes would tell where each of them lives, and a few people of a small
 * village are known by it alone.
 */
export function withoutVillages(board: DistrictBoard): DistrictBoard {
  const hidden = <Group extends { readonly village: string | null }>(group: Group): Group => ({
    ...group,
    village: null,
  })
  return { ...board, groups: board.groups.map(hidden), nearGroups: board.nearGroups.map(hidden) }
}
