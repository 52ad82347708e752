/** Matches left out because somebody hides them: how many, by account; null for an account that is gone. */
export type HiddenBy = readonly { readonly accountId: string | null; readonly count: number }[]

/** Counts hidden matches by who hides them. */
export function countHidden(pairs: readonly { readonly accountId: string | null }[]): HiddenBy {
  const counts = new Map<string | null, number>()
  for (const { accountId } of pairs) counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  return [...counts].map(([accountId, count]) => ({ accountId, count }))
}
