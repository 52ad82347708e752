import { randomUUID } from 'node:crypto'
import { readConfig } from '#app/config.server.ts'
import { authKey, seal, unseal } from '#app/lib/seal.server.ts'
import type { Db, DbClient } from '#db/client.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { claimMail, closeMail, findDueMail, insertMail, postponeMail } from '#db/queries/mail-outbox.ts'
import type { MailOutboxRow } from '#db/schema/mail.ts'
import type { MailTransport } from './transport.server.ts'

export interface NewMail {
  /** What it is about, such as "invite"; letters and digits. */
  readonly kind: string
  /** Two letters with the same key are one: "reminder:<proposal>:<day>". Without a meaning of its own, a random id. */
  readonly dedupeKey: string
  /** An account (the address it has when the letter goes out) or an address that no account has. */
  readonly to: { readonly account: string } | { readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly now: string
  /** The earliest instant at which it may go; at once when left out. */
  readonly notBefore?: string
}

const LETTER = 'mail.letter'
const ADDRESS = 'mail.address'
const BATCH = 50
const MINUTE = 60_000
/** A sender that has not reported back for so long is dead. */
const CLAIM_MS = 10 * MINUTE
/** Minutes until the next try after the first, second ... failure; the last one repeats. */
const PAUSES = [1, 2, 5, 15, 30, 60]
/** A letter that could not be delivered for so long helps nobody any more. */
const GIVE_UP_MS = 5 * 24 * 60 * MINUTE

/**
 * Puts a letter into the outbox, in the transaction of what it tells about: either both happen or neither. It is sealed,
 * because letters carry secret links.
 * @returns false when a letter with this dedupe key exists already.
 */
export async function enqueueMail(trx: Db, mail: NewMail): Promise<boolean> {
  const key = authKey(readConfig())
  const { subject, text, html } = mail
  return insertMail(trx, {
    id: randomUUID(),
    kind: mail.kind,
    dedupe_key: mail.dedupeKey,
    to_account: 'account' in mail.to ? mail.to.account : null,
    to_address_sealed: 'address' in mail.to ? seal(key, ADDRESS, mail.to.address) : null,
    letter_sealed: seal(key, LETTER, JSON.stringify({ subject, text, html })),
    status: 'queued',
    attempts: 0,
    next_try_at: mail.notBefore ?? mail.now,
    last_error: null,
    created_at: mail.now,
    sent_at: null,
  })
}

export interface DrainReport {
  readonly sent: number
  /** Put back for a later try. */
  readonly postponed: number
  /** Given up: refused for good, or undeliverable for five days. */
  readonly failed: number
}

/** A code for the log and the table: never the text of a mail server, which repeats the address. */
function errorCode(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return String(responseCode ?? code ?? 'UNKNOWN').slice(0, 40)
}

const isRefusedForGood = (error: unknown) => Number((error as { responseCode?: number }).responseCode ?? 0) >= 500

/** Invented people have no mailbox; over SMTP their letters would only bounce. */
async function addressOf(db: Db, key: Uint8Array, row: MailOutboxRow, kind: MailTransport['kind']) {
  if (row.to_account === null) return unseal(key, ADDRESS, row.to_address_sealed!)
  const account = await getAccount(db, row.to_account)
  return !account || account.disabled_at !== null || (account.is_demo === 1 && kind === 'smtp') ? null : account.email
}

/**
 * Sends what is due. Safe to call at any time, by several processes at once and after any crash: each letter is taken by
 * one sender; it is marked as sent only when the mail server took it; while the server is away it waits, for five days at
 * most. Should the process die between the two, the letter goes out again under the same Message-ID, by which mailboxes
 * know it.
 * @param now the instant of the call, ISO with Z; tests move it.
 */
export async function drainOutbox(
  client: Pick<DbClient, 'db'>,
  transport: MailTransport,
  now: string,
): Promise<DrainReport> {
  const { db } = client
  const key = authKey(readConfig())
  const report = { sent: 0, postponed: 0, failed: 0 }
  const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString()
  for (const { id } of await findDueMail(db, now, BATCH)) {
    const row = await claimMail(db, id, now, later(CLAIM_MS))
    if (!row) continue
    const to = row.letter_sealed === null ? null : await addressOf(db, key, row, transport.kind)
    if (to === null) {
      await closeMail(db, id, { status: 'cancelled', at: now })
      continue
    }
    const letter = JSON.parse(unseal(key, LETTER, row.letter_sealed!)) as { subject: string; text: string }
    try {
      await transport.send({ ...letter, to, messageId: `<${row.kind}.${id}@sinergi-ir>` })
      await closeMail(db, id, { status: 'sent', at: now })
      report.sent += 1
    } catch (error) {
      const code = errorCode(error)
      if (isRefusedForGood(error) || Date.parse(now) - Date.parse(row.created_at) > GIVE_UP_MS) {
        await closeMail(db, id, { status: 'failed', at: now, error: code })
        report.failed += 1
        continue
      }
      await postponeMail(db, id, later((PAUSES[row.attempts - 1] ?? PAUSES.at(-1)!) * MINUTE), code)
      report.postponed += 1
      // why: a server that does not answer will not answer the next letter either
      if (!(error as { responseCode?: number }).responseCode) break
    }
  }
  return report
}
