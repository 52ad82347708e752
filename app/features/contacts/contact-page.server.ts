import { can } from '#app/domain/access/permissions.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { readPhone, spokenPhone } from '#app/domain/values/phone.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { sealContact } from '#app/lib/contact-keys.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { deletePhone, getSealedPhone, putSealedPhone } from '#db/queries/actor-contacts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { installedKeys, phonePurpose, readHerPhone } from './her-phone.server.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now'>

export interface ContactPage {
  readonly actor: { readonly id: string; readonly code: string; readonly isDemo: boolean }
  readonly isKept: boolean
  /** Null until it is asked for. */
  readonly phone: string | null
  /** Name of the key that would open it, where the settings lack it. */
  readonly missingKey: string | null
  /** Whether there is a key to seal a new number with. */
  readonly canKeep: boolean
  readonly mayWrite: boolean
  readonly done: 'kept' | 'removed' | null
}

export interface ContactRefused {
  readonly error: string
  readonly typed: string
}

export type ContactActionResult = { readonly next: string } | { readonly refusal: ContactRefused }

const DONE = { disimpan: 'kept', dihapus: 'removed' } as const

/**
 * Whether her number is kept and, with `?tampilkan=1`, the number; that reading stands in the record.
 * @throws Response 401 or 403 for who may not know who she is, 404 out of reach.
 */
export async function loadContactPage(
  context: Context,
  actorId: string,
  address: URLSearchParams,
): Promise<ContactPage> {
  const { db, viewer, now } = context
  const row = await demandActor(db, viewer, 'actors:identity', actorId)
  const opened = address.has('tampilkan')
    ? await readHerPhone(db, actorId, { by: viewer, at: now, because: 'service' })
    : null
  return {
    actor: { id: row.id, code: actorCode(row.id), isDemo: row.is_demo === 1 },
    isKept: (await getSealedPhone(db, actorId)) !== undefined,
    phone: opened && 'phone' in opened ? spokenPhone(opened.phone) : null,
    missingKey: opened && 'missingKey' in opened ? opened.missingKey : null,
    canKeep: installedKeys().current !== null,
    mayWrite: can(viewer, 'actors:answer'),
    done: DONE[address.get('sudah') as keyof typeof DONE] ?? null,
  }
}

/**
 * `set` keeps a number in place of the one before, `remove` forgets it.
 * @throws Response as for the page, 400 for no form of ours.
 */
export async function actOnContact(context: Context, actorId: string, form: FormData): Promise<ContactActionResult> {
  const { db, viewer, now, locale } = context
  await demandActor(db, viewer, 'actors:answer', actorId)
  const record = (trx: Parameters<typeof appendAudit>[0], change: 'kept' | 'removed') =>
    appendAudit(trx, viewer, {
      at: now,
      action: 'actor:contact-set',
      subject: { type: 'actor', id: actorId },
      because: 'her_request',
      detail: { fields: ['phone'], change },
    })
  if (form.get('intent') === 'remove') {
    await db.transaction().execute(async (trx) => {
      if (await deletePhone(trx, actorId)) await record(trx, 'removed')
    })
    return { next: paths.actorContact(actorId, { sudah: 'dihapus' }) }
  }
  if (form.get('intent') !== 'set') throw badRequest()
  const t = messagesFor(locale).contacts.problems
  const typed = String(form.get('nomor') ?? '').slice(0, 40)
  const phone = readPhone(typed)
  if (phone === null) return { refusal: { error: t.phone, typed } }
  const keys = installedKeys()
  if (keys.current === null) return { refusal: { error: t.noKey, typed } }
  const sealed = sealContact(keys, phonePurpose(actorId), phone)
  await db.transaction().execute(async (trx) => {
    await putSealedPhone(trx, actorId, sealed, now)
    await record(trx, 'kept')
  })
  return { next: paths.actorContact(actorId, { sudah: 'disimpan' }) }
}
