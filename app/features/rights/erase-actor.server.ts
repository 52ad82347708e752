import type { AuditActor, AuditReason } from '#app/domain/audit/event.ts'
import { mentionsOf } from '#app/domain/privacy/mentions.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { forgetInPlans } from '#app/features/plans/forget-in-plans.server.ts'
import type { DbClient } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { logChanges } from '#db/queries/change-log.ts'
import { findEvidenceFiles } from '#db/queries/consent-evidence.ts'
import { insertErasureTask } from '#db/queries/erasure-tasks.ts'
import {
  countErased,
  deleteRejectsNaming,
  erasureSalt,
  insertTombstones,
  resurrected,
  tombstoneHash,
} from '#db/queries/erasures.ts'
import { forgetInProposals } from '#db/queries/forget-in-proposals.ts'
import { forgetInSearches } from '#db/queries/forget-in-searches.ts'
import { appendToLedger, readLedger } from './erasure-ledger.server.ts'
import { finishErasures } from './finish-erasures.server.ts'
import type { Forgotten } from './forget-in-files.server.ts'

export interface ErasureReport {
  readonly rejects: number
  readonly files: number
  /** Texts about others, of proposals, plans, tasks, MoUs and programmes, that spoke of her and were emptied. */
  readonly texts: number
  /** Attachments of proposals with others, which only a person can look through. */
  readonly filesToCheck: number
  /** What could not be removed yet and is tried again every minute and at the next start; 0 as a rule. */
  readonly left: number
}

/**
 * Erases an actor: her record with all that hangs on it, evidence of her consents, rejected rows that name her, run files,
 * waiting rooms, the words and attachments of proposals that concern her alone, and of all others the texts that mention
 * her, her id in stored plans, and searches kept under her name. What stays is a tombstone in the database and in the
 * ledger outside it, a count of her place and month, and audit lines under her id. Proposals keep their course and
 * outcome without her, plans their places.
 * @returns null when there is no such actor.
 */
export async function eraseActor(
  client: DbClient,
  options: {
    readonly actorId: string
    readonly by: AuditActor
    readonly because: AuditReason
    readonly now: string
    readonly dataDir: string
  },
): Promise<ErasureReport | null> {
  const { actorId, by, now, dataDir } = options
  const erased = await client.db.transaction().execute(async (trx) => {
    const actor = await trx.selectFrom('actor').selectAll().where('id', '=', actorId).executeTakeFirst()
    if (!actor) return null
    const identity = await trx
      .selectFrom('actor_identity')
      .select(['name', 'business_name', 'natural_key'])
      .where('actor_id', '=', actorId)
      .executeTakeFirst()
    const salt = await erasureSalt(trx, readLedger(dataDir)[0]?.salt)
    const stone = {
      idHash: tombstoneHash(salt, 'id', actorId),
      naturalKeyHash: identity ? tombstoneHash(salt, 'key', identity.natural_key) : null,
      erasedAt: now,
    }
    // why: before the database forgets; a line too many erases nobody, a line too few would let her come back
    appendToLedger(dataDir, { ...stone, salt })
    await insertTombstones(trx, [stone])
    await countErased(trx, actor)
    const named = { name: identity?.name ?? null, businessName: identity?.business_name ?? null }
    const mentions = mentionsOf({ ...named, code: actorCode(actorId) })
    const rejects = await deleteRejectsNaming(trx, mentions)
    const words = await forgetInProposals(trx, actorId, mentions)
    const inPlans = await forgetInPlans(trx, actorId, mentions)
    await forgetInSearches(trx, mentions)
    const evidence = await findEvidenceFiles(trx, actorId)
    await trx.deleteFrom('actor').where('id', '=', actorId).execute()
    await logChanges(trx, 'actors', [actorId], now, 'remove')
    const subject = { type: 'actor', id: actorId } as const
    await appendAudit(trx, by, {
      at: now,
      action: 'actor:erase',
      subject,
      because: options.because,
      detail: { rejects },
    })
    const outside: Forgotten = {
      id: actorId,
      naturalKey: identity?.natural_key ?? null,
      ...named,
      attachments: words.files,
      evidence,
    }
    await insertErasureTask(trx, outside, now)
    return { rejects, texts: words.texts + inPlans, filesToCheck: words.filesToCheck }
  })
  if (!erased) return null
  const { files, left } = await finishErasures(client, dataDir)
  return { rejects: erased.rejects, files, texts: erased.texts, filesToCheck: erased.filesToCheck, left }
}

/**
 * Erases again whoever was erased and is back, as after a backup was restored, and finishes erasures that were cut short.
 * Safe to repeat; with nothing new in the ledger it costs two small queries unless `always` is set.
 * @returns how many were erased now.
 */
export async function replayErasures(
  client: DbClient,
  options: { readonly by: AuditActor; readonly now: string; readonly dataDir: string; readonly always?: boolean },
): Promise<number> {
  const { by, now, dataDir } = options
  await finishErasures(client, dataDir)
  const ledger = readLedger(dataDir)
  const added = await client.db.transaction().execute(async (trx) => {
    if (ledger.length === 0) return 0
    const salt = await erasureSalt(trx, ledger[0]!.salt)
    return insertTombstones(
      trx,
      ledger.filter((line) => line.salt === salt),
    )
  })
  if (added === 0 && !options.always) return 0
  const back = await resurrected(client.db)
  for (const actorId of back) await eraseActor(client, { actorId, by, because: 'restore', now, dataDir })
  return back.length
}
