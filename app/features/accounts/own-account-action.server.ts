import type { Kysely } from 'kysely'
import { hashPassword, verifyPassword } from '#app/auth/password.server.ts'
import type { Person } from '#app/auth/person.server.ts'
import { countAttempt, forgiveAttempt } from '#app/auth/throttle.server.ts'
import type { FormError } from '#app/components/error-summary.tsx'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths, withQuery } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { updateAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { deleteSession, deleteSessions } from '#db/queries/sessions.ts'
import type { Database } from '#db/schema/index.ts'
import { readNewPassword } from './new-password.server.ts'

export interface OwnAccountDesk {
  readonly db: Kysely<Database>
  readonly key: Uint8Array
  readonly now: string
  readonly locale: Locale
}

export type OwnAccountResult = { readonly next: string } | { readonly errors: readonly FormError[] }

/**
 * Whether somebody who is signed in knows the password too, as before a change that would keep its owner out. Guesses count
 * as at the door.
 * @returns null when she does, else the sentence for the field.
 */
export async function passwordDoubt(desk: OwnAccountDesk, person: Person, typed: unknown): Promise<string | null> {
  const { db, key, now, locale } = desk
  const t = messagesFor(locale).accounts
  const keys = [{ kind: 'account', value: person.account.email }] as const
  const until = await countAttempt(db, key, keys, now)
  if (until !== null) return t.signIn.wait(formatterFor(locale).clock(until))
  if (!(await verifyPassword(person.account.password_hash, String(typed ?? '').slice(0, 1000))))
    return t.mine.password.wrong
  await forgiveAttempt(db, key, keys, now)
  return null
}

/**
 * Carries out a form of the account page: `ganti-sandi`, `akhiri` (one session) or `keluar-semua`.
 * @throws Response 400 for a form that is none of ours, and for a demo account that wants another password.
 */
export async function actOnOwnAccount(desk: OwnAccountDesk, person: Person, form: FormData): Promise<OwnAccountResult> {
  const { db, now, locale } = desk
  const { account, sessionHash } = person
  const actor = { accountId: account.id, role: account.role }
  const subject = { type: 'account', id: account.id } as const
  const intent = form.get('intent')
  if (intent === 'akhiri' || intent === 'keluar-semua') {
    const one = intent === 'akhiri' ? String(form.get('sesi') ?? '') : null
    await db.transaction().execute(async (trx) => {
      if (one === null) await deleteSessions(trx, account.id)
      else await deleteSession(trx, account.id, one)
      await appendAudit(trx, actor, { at: now, action: 'session:end', subject })
    })
    if (one === null || one === sessionHash) return { next: paths.signIn() }
    return { next: withQuery(paths.account(), { selesai: 'perangkat' }) }
  }
  if (intent !== 'ganti-sandi' || account.is_demo === 1) throw badRequest()
  const doubt = await passwordDoubt(desk, person, form.get('sandi'))
  if (doubt) return { errors: [{ field: 'sandi', message: doubt }] }
  const read = readNewPassword(form, account.email, locale)
  if ('errors' in read) return read
  const hash = await hashPassword(read.password)
  await db.transaction().execute(async (trx) => {
    await updateAccount(trx, account.id, { password_hash: hash }, now)
    await deleteSessions(trx, account.id, sessionHash)
    await appendAudit(trx, actor, { at: now, action: 'account:change', subject, detail: { change: 'password' } })
  })
  return { next: withQuery(paths.account(), { selesai: 'sandi' }) }
}
