import { accountNames } from '#app/features/proposals/account-names.server.ts'
import type { Db } from '#db/client.ts'
import type { HiddenBy } from './count-hidden.ts'

/** Hidden matches of a page: how many, and the names of those who hide them. */
export interface HiddenNote {
  readonly count: number
  readonly names: readonly string[]
}

/** Puts the names of the people to the counts; those whose account is gone are counted without a name. */
export async function hiddenNote(db: Db, hidden: HiddenBy): Promise<HiddenNote> {
  const names = await accountNames(
    db,
    hidden.map((one) => one.accountId),
  )
  return {
    count: hidden.reduce((sum, one) => sum + one.count, 0),
    names: [...new Set(hidden.flatMap((one) => names.get(one.accountId ?? '') ?? []))].sort(),
  }
}
