import type { AuditActor } from '#app/domain/audit/event.ts'
import { type ContactKeys, ContactKeyUnknown, keyIdOf, openContact, sealContact } from '#app/lib/contact-keys.server.ts'
import { keepSealed, openSealed, type SealedPlace, sealedWith } from '#app/lib/sealed-files.server.ts'
import type { Db, DbClient } from '#db/client.ts'
import { findSealedPhones, replaceSeal } from '#db/queries/actor-contacts.ts'
import { findAllAttachmentIds } from '#db/queries/attachments.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { findAllEvidenceFiles } from '#db/queries/consent-evidence.ts'
import { findAllMouFiles } from '#db/queries/mou.ts'
import { findAllProgrammeFileIds } from '#db/queries/programme-files.ts'
import { phonePurpose } from './her-phone.server.ts'

/** What was put under the new seal, and files that are not there, which nothing can be done about. */
export interface ResealReport {
  readonly phones: number
  readonly files: number
  readonly lost: number
}

/**
 * Puts every telephone number and every file that another key sealed under the current one. Nothing is touched before it
 * is sure that every key is given. Each file changes whole or not at all and opens with the keys given before as after, so
 * an end in between loses nothing; the numbers change in one transaction. Safe to repeat.
 * @throws ContactKeyUnknown when something was sealed with a key that is not given; KeyMissing without a current key.
 */
export async function resealContacts(
  client: Pick<DbClient, 'db'>,
  options: { readonly keys: ContactKeys; readonly dataDir: string; readonly by: AuditActor; readonly now: string },
): Promise<ResealReport> {
  const { keys, dataDir, by, now } = options
  const isOld = (keyId: string) => {
    if (!keys.byId.has(keyId)) throw new ContactKeyUnknown(keyId)
    return keyId !== keys.current?.id
  }
  for (const { sealed } of await findSealedPhones(client.db)) isOld(keyIdOf(sealed))
  const old: SealedPlace[] = []
  let lost = 0
  for (const place of await allPlaces(client.db, dataDir)) {
    const keyId = await sealedWith(place)
    if (keyId === null) lost += 1
    else if (isOld(keyId)) old.push(place)
  }
  let files = 0
  for (const place of old) {
    const bytes = await openSealed(keys, place)
    if (bytes === null) continue
    await keepSealed(keys, place, bytes)
    files += 1
  }
  return client.db.transaction().execute(async (trx) => {
    let phones = 0
    for (const { actorId, sealed } of await findSealedPhones(trx)) {
      if (!isOld(keyIdOf(sealed))) continue
      const purpose = phonePurpose(actorId)
      await replaceSeal(trx, actorId, sealContact(keys, purpose, openContact(keys, purpose, sealed)))
      phones += 1
    }
    if (phones + files > 0) {
      await appendAudit(trx, by, {
        at: now,
        action: 'key:change',
        subject: { type: 'list', id: null },
        because: 'administration',
        detail: { phones, files },
      })
    }
    return { phones, files, lost }
  })
}

/** Where every file lies that the database points at. */
async function allPlaces(db: Db, dataDir: string): Promise<SealedPlace[]> {
  const evidence = await findAllEvidenceFiles(db)
  const documents = [await findAllAttachmentIds(db), await findAllMouFiles(db), await findAllProgrammeFileIds(db)]
  return [
    ...evidence.map((name) => ({ dataDir, folder: 'evidence', name }) as const),
    ...documents.flat().map((name) => ({ dataDir, folder: 'attachments', name }) as const),
  ]
}
