import type { FormError } from '#app/components/error-summary.tsx'
import type { AuditActor } from '#app/domain/audit/event.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { messagesFor } from '#app/i18n/messages/index.ts'
import type { Db } from '#db/client.ts'
import { assignActors, findCompanionActors, unassignActors } from '#db/queries/actor-companions.ts'
import { appendAudit } from '#db/queries/audit.ts'
import type { AccountRow } from '#db/schema/account.ts'

/** Actors of a village that one press can assign. */
const MOST_AT_ONCE = 500

/** Who changes whom a companion accompanies, and when. */
export interface Assigner {
  readonly by: AuditActor
  readonly now: string
  readonly companionId: string
}

type Words = ReturnType<typeof messagesFor>['accounts']['managed']['actors']

/** Who can be assigned to a companion by village or code, or what was wrong with the choice. */
export async function chosenActors(
  db: Db,
  account: AccountRow,
  form: FormData,
  words: Words,
): Promise<{ readonly ids: readonly string[] } | { readonly errors: readonly FormError[] }> {
  const village = String(form.get('desa') ?? '')
  const code = String(form.get('kode') ?? '').trim()
  const byVillage = form.get('intent') === 'tambah-desa'
  const there = await db
    .selectFrom('actor')
    .select('id')
    .where('regency_code', '=', account.regency_code!)
    .$if(byVillage, (query) => query.where('village', '=', village).limit(MOST_AT_ONCE))
    .execute()
  const found = byVillage ? there : named(there, code)
  if (found.length > 0) return { ids: found.map((row) => row.id) }
  return {
    errors: [
      byVillage ? { field: 'desa', message: words.unknownVillage } : { field: 'kode', message: words.unknownCode },
    ],
  }
}

/** The one actor a code or id means; none where it fits several, since nobody is to be guessed. */
function named(actors: readonly { readonly id: string }[], typed: string) {
  const fits = actors.filter(({ id }) => id === typed || actorCode(id) === typed.toUpperCase())
  return fits.length === 1 ? fits : []
}

/** Assigns actors to a companion, with a line in the trail of each who was not hers before. */
export async function assignTo(trx: Db, assigner: Assigner, actorIds: readonly string[]): Promise<void> {
  const hers = new Set(await findCompanionActors(trx, assigner.companionId))
  const added = actorIds.filter((id) => !hers.has(id))
  await assignActors(trx, assigner.companionId, added, assigner.now)
  await record(trx, assigner, added, 'assigned')
}

/** Takes actors away from a companion, with a line in the trail of each who was hers. */
export async function releaseFrom(trx: Db, assigner: Assigner, actorIds: readonly string[]): Promise<void> {
  const hers = new Set(await findCompanionActors(trx, assigner.companionId))
  const released = actorIds.filter((id) => hers.has(id))
  await unassignActors(trx, assigner.companionId, released)
  await record(trx, assigner, released, 'released')
}

async function record(
  trx: Db,
  { by, now, companionId }: Assigner,
  actorIds: readonly string[],
  change: 'assigned' | 'released',
): Promise<void> {
  for (const id of actorIds) {
    const subject = { type: 'actor', id } as const
    const detail = { change, companion: companionId }
    await appendAudit(trx, by, { at: now, action: 'actor:companion', subject, because: 'service', detail })
  }
}
