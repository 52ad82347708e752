import { readConfig } from '#app/config.server.ts'
import { answerDueOn, OUTCOME_REMINDERS } from '#app/domain/loop/clocks.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { enqueueMail } from '#app/mail/outbox.server.ts'
import type { Db } from '#db/client.ts'

/** Letters are written in the language of the service; the pages they link to speak the reader's. */
export const LETTER_LOCALE: Locale = 'id'

export type LetterKind =
  | 'sent'
  | 'asked'
  | 'replied'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'referred'
  | 'closed'
  | 'expired'
  | 'remind_answer'
  | 'remind_question'
  | 'escalate'
  | 'remind_outcome'
  | 'escalate_outcome'

/** What a letter may say: programmes and days, nobody's name, place or number. */
export interface LetterFacts {
  readonly proposalId: string
  readonly offerName: string
  readonly partnerName: string
  readonly dueOn: string | null
  readonly responseDays: number
}

export interface ProposalLetter {
  readonly letter: LetterKind
  /** Says which once; the recipient is added to it. */
  readonly key: string
  readonly facts: LetterFacts
  /** Of the link that answers without an account; null where there is none. */
  readonly secret: string | null
  readonly now: string
}

function words({ letter, facts, secret }: ProposalLetter): { subject: string; text: string } {
  const t = messagesFor(LETTER_LOCALE).letters
  const f = formatterFor(LETTER_LOCALE)
  const { publicUrl } = readConfig()
  const due = facts.dueOn === null ? '' : f.day(answerDueOn(facts.dueOn, facts.responseDays))
  const unreported = f.number(OUTCOME_REMINDERS.at(-1)!)
  const { subject, body } = t.kinds[letter](facts.offerName, facts.partnerName, due, unreported)
  const lines = [
    t.greeting,
    '',
    body,
    '',
    ...(secret ? [t.answerByLink, `${publicUrl}${paths.answer(secret)}`, t.linkOnce, ''] : []),
    t.open,
    `${publicUrl}${paths.proposal(facts.proposalId)}`,
    '',
    t.foot,
  ]
  return { subject, text: lines.join('\n') }
}

/** Puts the letter to accounts into the outbox; one that is there already is left alone. */
export async function postToAccounts(trx: Db, accountIds: readonly string[], letter: ProposalLetter): Promise<void> {
  for (const account of accountIds)
    await enqueueMail(trx, {
      kind: letterKind(letter.letter),
      dedupeKey: `${letter.key}:${account}`,
      to: { account },
      now: letter.now,
      ...words(letter),
    })
}

/** The same to an address that no account has. */
export async function postToAddress(trx: Db, address: string, letter: ProposalLetter): Promise<void> {
  await enqueueMail(trx, {
    kind: letterKind(letter.letter),
    dedupeKey: `${letter.key}:address`,
    to: { address },
    now: letter.now,
    ...words(letter),
  })
}

const letterKind = (letter: LetterKind) => `proposal-${letter.replaceAll('_', '-')}`
