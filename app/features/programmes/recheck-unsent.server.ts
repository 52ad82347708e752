import { randomUUID } from 'node:crypto'
import { can } from '#app/domain/access/permissions.ts'
import { coversRegency } from '#app/domain/access/viewer.ts'
import { BATCH_SIZE } from '#app/domain/programmes/entries.ts'
import { UNDER_WAY } from '#app/domain/programmes/states.ts'
import { demand } from '#app/lib/guard.server.ts'
import { forbidden, notFound } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { requeueFailedJobs } from '#db/queries/jobs.ts'
import { findUnsentEntries, lastBatch, moveToBatch } from '#db/queries/programme-entries.ts'
import { changeProgrammeFrom } from '#db/queries/programmes.ts'
import type { ProgrammeEntryRow } from '#db/schema/programme.ts'
import { getProgrammeRecord, type ProgrammeContext, type ProgrammeRecord } from './programme-records.server.ts'
import { BATCH_JOB, jobsOf, queueBatch } from './queue-batches.server.ts'

/** Whether the viewer may have those not sent tried again: the ministry all, a district its own. */
export function mayRecheck(viewer: ProgrammeContext['viewer'], { row, parts }: ProgrammeRecord): boolean {
  if (!can(viewer, 'proposals:create') || viewer.role === 'partner') return false
  return (
    UNDER_WAY.includes(row.state) && parts.regions.some((region) => coversRegency(viewer.scope, region.regency_code))
  )
}

/**
 * Puts everybody of the viewer's reach who could not be sent into new batches, to be tried under the same conditions: a
 * consent may have come, a fact, a place. Batches that failed are tried at once.
 * @returns how many entries are tried again.
 * @throws Response 401, 403 or 404 for who may not ask for it.
 */
export async function recheckUnsent(context: ProgrammeContext, id: string): Promise<number> {
  const { db, viewer, now } = context
  demand(viewer, 'proposals:create')
  return db.transaction().execute(async (trx) => {
    const record = await getProgrammeRecord(trx, viewer, id)
    if (!record) throw notFound()
    if (!mayRecheck(viewer, record)) throw forbidden()
    const regency = viewer.scope.reach === 'regency' ? viewer.scope.regency : null
    const entries = await findUnsentEntries(trx, id, regency)
    const again = await requeueFailedJobs(trx, BATCH_JOB, jobsOf(id), now)
    if (entries.length === 0 && again === 0) return 0
    await rebatch(trx, id, entries, now)
    const { state, version } = record.row
    const by = { account_id: viewer.accountId, role: viewer.role, at: now }
    await changeProgrammeFrom(trx, id, version, {}, { id: randomUUID(), deed: 'recheck', to_state: state, ...by })
    await appendAudit(trx, viewer, {
      at: now,
      action: 'programme:write',
      subject: { type: 'programme', id },
      because: 'proposal',
      detail: { step: 'recheck', entries: entries.length, regency },
    })
    return entries.length
  })
}

async function rebatch(
  trx: Db,
  programmeId: string,
  entries: readonly ProgrammeEntryRow[],
  now: string,
): Promise<void> {
  const cells = new Map<string, string[]>()
  for (const entry of entries) {
    const key = `${entry.regency_code}\n${entry.offer_id}`
    cells.set(key, [...(cells.get(key) ?? []), entry.id])
  }
  let batch = await lastBatch(trx, programmeId)
  for (const key of [...cells.keys()].sort()) {
    const ids = cells.get(key)!
    for (let at = 0; at < ids.length; at += BATCH_SIZE) {
      batch += 1
      await moveToBatch(trx, ids.slice(at, at + BATCH_SIZE), batch, now)
      await queueBatch(trx, { programmeId, batch }, now)
    }
  }
}
