import { SYSTEM } from '#app/domain/audit/event.ts'
import { resealContacts } from '#app/features/contacts/reseal-contacts.server.ts'
import { ContactKeyUnknown, contactKeys } from '#app/lib/contact-keys.server.ts'
import { KeyMissing } from '#app/lib/seal.server.ts'
import { CliFailure, type Verb } from '../verb.ts'

export const resealVerb: Verb = {
  name: 'reseal',
  options: {},
  async run(_input, io) {
    const t = io.t.verbs.reseal
    const { dataDir } = io.config
    const client = await io.openDb({ reference: false })
    try {
      const keys = contactKeys(io.config)
      const report = await resealContacts(client, { keys, dataDir, by: SYSTEM, now: new Date().toISOString() })
      io.answer({ ...report, key: keys.current!.id }, () => [
        t.done(report.phones, report.files, keys.current!.id),
        ...(report.lost > 0 ? [t.lost(report.lost)] : []),
        t.next,
      ])
    } catch (error) {
      if (error instanceof ContactKeyUnknown) throw new CliFailure(t.unknownKey(error.keyId), { cause: error })
      if (error instanceof KeyMissing) throw new CliFailure(error.message, { cause: error })
      throw error
    }
  },
}
