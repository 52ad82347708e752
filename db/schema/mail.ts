import type { Selectable } from 'kysely'

export type MailStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'cancelled'

/** A letter on its way; written in the transaction of what it tells about. */
export interface MailOutboxTable {
  id: string
  /** What it is about, such as "invite" or "proposal-reminder". */
  kind: string
  /** A letter with the same key is never written twice. */
  dedupe_key: string
  /** The account whose present address it goes to; null when an address is given. */
  to_account: string | null
  /** An address that no account has, sealed; emptied when the letter is gone. */
  to_address_sealed: string | null
  /** Subject and text, sealed because letters carry secret links; emptied when the letter is gone. */
  letter_sealed: string | null
  status: MailStatus
  attempts: number
  next_try_at: string
  /** Code of the last failure, such as ECONNREFUSED or 451; never an address. */
  last_error: string | null
  created_at: string
  sent_at: string | null
}

export type MailOutboxRow = Selectable<MailOutboxTable>
