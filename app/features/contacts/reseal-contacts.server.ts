import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AuditActor } from '#app/domain/audit/event.ts'
import { evidenceFolder, evidencePurpose } from '#app/features/consents/evidence.server.ts'
import {
  type ContactKeys,
  keyIdOf,
  keyIdOfFile,
  openContact,
  openFile,
  sealContact,
  sealFile,
} from '#app/lib/contact-keys.server.ts'
import { storeFile } from '#app/lib/store-file.server.ts'
import type { DbClient } from '#db/client.ts'
import { findSealedPhones, replaceSeal } from '#db/queries/actor-contacts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { findAllEvidenceFiles, moveEvidenceFile } from '#db/queries/consent-evidence.ts'
import { phonePurpose } from './her-phone.server.ts'

/** What was put under the new seal, and evidence whose file is not there, which nothing can be done about. */
export interface ResealReport {
  readonly phones: number
  readonly evidence: number
  readonly lost: number
}

/**
 * Puts every telephone number and every piece of evidence that another key sealed under the current one: all of them in
 * one transaction, or none. Files get new names, and the old ones go only after the database points at the new ones; an
 * end in between leaves files nobody points at, and loses nothing. Safe to repeat.
 * @throws ContactKeyUnknown when something was sealed with a key that is not given; KeyMissing without a current key.
 */
export async function resealContacts(
  client: Pick<DbClient, 'db'>,
  options: { readonly keys: ContactKeys; readonly dataDir: string; readonly by: AuditActor; readonly now: string },
): Promise<ResealReport> {
  const { keys, dataDir, by, now } = options
  const folder = evidenceFolder(dataDir)
  const written: string[] = []
  const replaced: string[] = []
  try {
    const report = await client.db.transaction().execute(async (trx) => {
      let phones = 0
      for (const { actorId, sealed } of await findSealedPhones(trx)) {
        if (keyIdOf(sealed) === keys.current?.id) continue
        const purpose = phonePurpose(actorId)
        await replaceSeal(trx, actorId, sealContact(keys, purpose, openContact(keys, purpose, sealed)))
        phones += 1
      }
      let lost = 0
      for (const { id, file } of await findAllEvidenceFiles(trx)) {
        const sealed = await bytesOf(join(folder, file))
        if (sealed === null) lost += 1
        if (sealed === null || keyIdOfFile(sealed) === keys.current?.id) continue
        const name = randomUUID()
        const bytes = sealFile(keys, evidencePurpose(id), openFile(keys, evidencePurpose(id), sealed))
        await storeFile(join(folder, name), bytes)
        written.push(name)
        await moveEvidenceFile(trx, id, name)
        replaced.push(file)
      }
      if (phones + replaced.length > 0) {
        await appendAudit(trx, by, {
          at: now,
          action: 'key:change',
          subject: { type: 'list', id: null },
          because: 'administration',
          detail: { phones, evidence_files: replaced.length },
        })
      }
      return { phones, evidence: replaced.length, lost }
    })
    for (const name of replaced) await rm(join(folder, name), { force: true })
    return report
  } catch (error) {
    for (const name of written) await rm(join(folder, name), { force: true })
    throw error
  }
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
