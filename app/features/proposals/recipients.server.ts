import type { Db } from '#db/client.ts'

export interface Recipient {
  readonly id: string
}

/** Accounts that can be written to: those that are not closed. */
const open = (db: Db) => db.selectFrom('account').select('id').where('disabled_at', 'is', null).orderBy('id')

/** The people of a partner who can be written to. */
export async function partnerAccounts(db: Db, partnerId: string): Promise<Recipient[]> {
  return open(db).where('partner_id', '=', partnerId).execute()
}

/** The officers of a district; besides them whoever made the proposal, if that was the ministry. */
export async function officeAccounts(db: Db, regency: string, createdBy: string | null): Promise<Recipient[]> {
  return open(db)
    .where((eb) =>
      eb.or([
        eb.and([eb('role', '=', 'district'), eb('regency_code', '=', regency)]),
        eb.and([eb('role', '=', 'ministry'), eb('id', '=', createdBy ?? '')]),
      ]),
    )
    .execute()
}

/** The companions of these actors; those of nobody are left out. */
export async function companionAccounts(db: Db, actorIds: readonly string[]): Promise<Recipient[]> {
  if (actorIds.length === 0) return []
  return db
    .selectFrom('actor_companion')
    .innerJoin('account', 'account.id', 'actor_companion.account_id')
    .select('account.id')
    .distinct()
    .where('actor_companion.actor_id', 'in', actorIds)
    .where('account.disabled_at', 'is', null)
    .orderBy('account.id')
    .execute()
}

/** Whom an MoU concerns: the partner's people, the officers of the district it is kept by, and whoever recorded it. */
export async function mouAccounts(
  db: Db,
  mou: { readonly partner_id: string | null; readonly regency_code: string | null; readonly created_by: string | null },
): Promise<Recipient[]> {
  return open(db)
    .where((eb) =>
      eb.or([
        eb.and([eb('role', '=', 'partner'), eb('partner_id', '=', mou.partner_id ?? '')]),
        eb.and([eb('role', '=', 'district'), eb('regency_code', '=', mou.regency_code ?? '')]),
        eb('id', '=', mou.created_by ?? ''),
      ]),
    )
    .execute()
}
