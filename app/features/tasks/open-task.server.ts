import { randomUUID } from 'node:crypto'
import type { Extension } from '#app/domain/gaps/count-extensions.ts'
import type { GapKey } from '#app/domain/gaps/match-gap.ts'
import { readGapQuery } from '#app/features/gaps/gap-page.server.ts'
import { extensionsOf, gapsOf, serviceOf } from '#app/features/gaps/gaps-of.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { regionWithin } from '#app/features/regions/region-choice.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { getOpenTask, insertGapTask } from '#db/queries/gap-tasks.ts'
import { columnsOfKey, subjectKey } from './gap-key.ts'

export type TaskContext = Pick<RequestContext, 'client' | 'db' | 'viewer' | 'today' | 'now' | 'locale'>

export type OpenedTask =
  | { readonly id: string }
  /** Nobody in this gap is without an offer, or the extension would serve nobody of it. */
  | { readonly refused: 'no_gap' | 'no_extension' }

/** The gap a form names. @throws Response 400 without a need, 404 for a region that is unknown or not the viewer's. */
async function keyOfForm({ client, viewer, today }: TaskContext, form: FormData): Promise<GapKey> {
  const typed = new URLSearchParams([...form].map(([name, value]): [string, string] => [name, String(value)]))
  const { need, ...query } = readGapQuery(typed)
  if (need === null) throw badRequest()
  const region = regionWithin(viewer, query.region)
  const world = await matchWorld(client.db, today)
  if (region !== null && !world.regionByCode.has(region)) throw notFound()
  return { ...query, region, need }
}

/**
 * Opens a task for a gap: to win a partner, or to ask the partner of `penawaran` to extend that offer. What is missing and
 * what the extension would cover is worked out here and now, never taken from the form. A task that is open for the same
 * already is the answer.
 * @throws Response 400, 401, 403, 404.
 */
export async function openTask(context: TaskContext, form: FormData): Promise<OpenedTask> {
  const { client, db, viewer, today, now } = context
  demand(viewer, 'tasks:write')
  const key = await keyOfForm(context, form)
  const offerId = String(form.get('penawaran') ?? '') || null
  const gaps = await gapsOf(client, {
    regions: key.region === null ? [] : [key.region],
    cluster: key.cluster,
    sector: key.sector,
    today,
  })
  const [service] = await serviceOf(client, { asked: [{ key, before: {}, servedBefore: 0, notedAt: now }], today })
  if (!service || service.unserved === 0) return { refused: 'no_gap' }
  const world = await matchWorld(client.db, today)
  const offer = offerId === null ? null : world.offerById.get(offerId)
  if (offer === undefined) throw notFound()
  let extension: Extension | undefined
  if (offer) {
    extension = (await extensionsOf(client, { key, today })).find((one) => one.offer === offer.id)
    if (!extension) return { refused: 'no_extension' }
  }
  const subject = subjectKey(key, offerId)
  return db.transaction().execute(async (trx) => {
    const open = await getOpenTask(trx, subject)
    if (open) return { id: open.id }
    const id = randomUUID()
    await insertGapTask(
      trx,
      {
        id,
        kind: offer ? 'extend' : 'recruit',
        subject_key: subject,
        ...columnsOfKey(key),
        offer_id: offerId,
        partner_id: offer?.partnerId ?? null,
        parts: JSON.stringify(extension?.parts ?? []),
        wanted: service.wanted,
        unserved: service.unserved,
        would_needs: extension?.needs ?? null,
        would_actors: extension?.actors ?? null,
        actors_read: gaps.actors,
        offers_read: gaps.offers,
        policy_version: gaps.policy,
        day: today,
        served_by: JSON.stringify(service.servers),
        note: null,
        taken_by: null,
        taken_at: null,
        version: 1,
        created_by: viewer.accountId,
        created_at: now,
        updated_at: now,
        closed_at: null,
        closed_offer_id: null,
        closed_actors: null,
        gone_at: null,
      },
      { task_id: id, version: 1, step: 'open', account_id: viewer.accountId, role: viewer.role, note: null, at: now },
    )
    await appendAudit(trx, viewer, {
      at: now,
      action: 'task:write',
      subject: { type: 'task', id },
      partnerId: offer?.partnerId ?? null,
      detail: { step: 'open', need: key.need, region: key.region, offer: offerId, unserved: service.unserved },
    })
    return { id }
  })
}
