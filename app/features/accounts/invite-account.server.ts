import { randomUUID } from 'node:crypto'
import type { FormError } from '#app/components/error-summary.tsx'
import { emailOf } from '#app/domain/access/email.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { deliverSoon } from '#app/mail/live-mail.server.ts'
import { getAccount, getAccountByEmail, insertAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { writeInvitation } from './account-letters.server.ts'
import { readPost } from './read-post.server.ts'

/**
 * Makes an account without a password and writes the letter with the link, in one transaction.
 * @returns the id of the account, or what was wrong.
 * @throws Response 401 or 403 for somebody who keeps no accounts.
 */
export async function inviteAccount(
  { db, viewer, locale, now }: Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now'>,
  form: FormData,
): Promise<{ readonly accountId: string } | { readonly errors: readonly FormError[] }> {
  demand(viewer, 'accounts:manage')
  const t = messagesFor(locale).accounts.manage.problems
  const name = String(form.get('nama') ?? '')
    .trim()
    .slice(0, 100)
  const email = emailOf(form.get('surel'))
  const errors: FormError[] = []
  if (name === '') errors.push({ field: 'nama', message: t.name })
  if (email === null) errors.push({ field: 'surel', message: t.email })
  const read = await readPost(db, viewer, form, locale)
  if ('errors' in read || email === null || errors.length > 0)
    return { errors: [...errors, ...('errors' in read ? read.errors : [])] }
  const result = await db.transaction().execute(async (trx) => {
    if (await getAccountByEmail(trx, email)) return { errors: [{ field: 'surel', message: t.taken }] }
    const account: AccountRow = {
      id: randomUUID(),
      email,
      name,
      role: read.post.role,
      province_code: read.post.province,
      regency_code: read.post.regency,
      partner_id: read.post.partnerId,
      password_hash: null,
      totp_secret: null,
      totp_since: null,
      totp_last_step: null,
      is_demo: 0,
      disabled_at: null,
      invited_by: viewer.accountId,
      created_at: now,
      updated_at: now,
    }
    await insertAccount(trx, account)
    const inviter = (viewer.accountId && (await getAccount(trx, viewer.accountId))?.name) || 'Sinergi IR'
    await writeInvitation(trx, { account, inviter, locale, now })
    const subject = { type: 'account', id: account.id } as const
    await appendAudit(trx, viewer, { at: now, action: 'account:invite', subject, detail: { role: account.role } })
    return { accountId: account.id }
  })
  deliverSoon()
  return result
}
