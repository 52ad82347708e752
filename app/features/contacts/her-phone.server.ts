import { readConfig } from '#app/config.server.ts'
import type { AuditActor, AuditReason } from '#app/domain/audit/event.ts'
import { type ContactKeys, ContactKeyUnknown, contactKeys, openContact } from '#app/lib/contact-keys.server.ts'
import type { Db, DbClient } from '#db/client.ts'
import { getSealedPhone } from '#db/queries/actor-contacts.ts'
import { recordRead } from '#db/queries/audit.ts'

/** The keys of this installation. @throws KeyMissing for a setting that is no key. */
export const installedKeys = (): ContactKeys => contactKeys(readConfig())

/** What a number is sealed for: it opens for nobody else. */
export const phonePurpose = (actorId: string): string => `phone:${actorId}`

/** Her number, or the name of the key that would be needed to open it. */
export type OpenedPhone = { readonly phone: string } | { readonly missingKey: string }

/** Her number, its reading recorded first; null where none is kept. Permission and scope are the caller's to check. */
export async function readHerPhone(
  db: DbClient['db'],
  actorId: string,
  reading: {
    readonly by: AuditActor
    readonly at: string
    readonly because: AuditReason
    readonly partnerId?: string | null
    readonly detail?: { readonly [key: string]: string }
  },
): Promise<OpenedPhone | null> {
  if ((await getSealedPhone(db, actorId)) === undefined) return null
  await recordRead(
    db,
    { accountId: reading.by.accountId, role: reading.by.role },
    {
      at: reading.at,
      action: 'actor:field-read',
      subject: { type: 'actor', id: actorId },
      partnerId: reading.partnerId ?? null,
      because: reading.because,
      detail: { ...reading.detail, fields: ['phone'] },
    },
  )
  return openHerPhone(db, actorId)
}

/**
 * The same for who records the reading herself, among others and before she hands anything out; null where none is kept.
 */
export async function openHerPhone(db: Db, actorId: string): Promise<OpenedPhone | null> {
  const sealed = await getSealedPhone(db, actorId)
  if (sealed === undefined) return null
  try {
    return { phone: openContact(installedKeys(), phonePurpose(actorId), sealed) }
  } catch (error) {
    if (error instanceof ContactKeyUnknown) return { missingKey: error.keyId }
    throw error
  }
}
