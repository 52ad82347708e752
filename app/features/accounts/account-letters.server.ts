import { randomUUID } from 'node:crypto'
import { handOutSecret } from '#app/auth/secret-link.server.ts'
import { placeOf } from '#app/auth/shell-person.server.ts'
import { readConfig } from '#app/config.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'
import { revokeTokens } from '#db/queries/account-tokens.ts'
import type { AccountRow } from '#db/schema/account.ts'

interface Sending {
  readonly account: AccountRow
  readonly locale: Locale
  readonly now: string
}

/** Links in letters never follow the Host header of a request, which anybody can write. */
const absolute = (path: string) => readConfig().publicUrl + path

/** Writes the letter with the link for a new password; an earlier link stops working. */
export async function writeResetLetter(trx: Db, { account, locale, now }: Sending): Promise<void> {
  const t = messagesFor(locale).accounts.forgot
  await revokeTokens(trx, { accountId: account.id, kind: 'reset', now })
  const { secret } = await handOutSecret(trx, { kind: 'reset', accountId: account.id, now })
  await enqueueMail(trx, {
    kind: 'reset',
    dedupeKey: `reset:${randomUUID()}`,
    to: { account: account.id },
    subject: t.subject,
    text: t.letter(account.name, absolute(paths.resetPassword(secret))),
    now,
  })
}

/** Writes the invitation with its link; an earlier one stops working. */
export async function writeInvitation(trx: Db, sending: Sending & { readonly inviter: string }): Promise<void> {
  const { account, locale, now, inviter } = sending
  const t = messagesFor(locale).accounts
  await revokeTokens(trx, { accountId: account.id, kind: 'invite', now })
  const { secret } = await handOutSecret(trx, { kind: 'invite', accountId: account.id, now })
  const place = (await placeOf(trx, account)) ?? t.bar.national
  const link = absolute(paths.invitation(secret))
  await enqueueMail(trx, {
    kind: 'invite',
    dedupeKey: `invite:${randomUUID()}`,
    to: { account: account.id },
    subject: t.invitation.subject,
    text: t.invitation.letter(account.name, inviter, t.roles[account.role], place, link),
    now,
  })
}
