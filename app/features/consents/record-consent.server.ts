import { randomUUID } from 'node:crypto'
import type { ConsentPurpose } from '#app/domain/consent/receipt.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { endWithoutConsent } from '#app/features/proposals/end-without-consent.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { findReceipts, getReceiptOf, insertReceipts, insertWithdrawal } from '#db/queries/consents.ts'
import {
  type ConsentDraft,
  draftOf,
  fieldsFor,
  type NewConsent,
  PROBLEM_FIELD,
  readConsent,
  readReason,
} from './consent-form.ts'
import { recordConsentDeed } from './record-deed.server.ts'
import { shownTexts } from './shown-texts.server.ts'

type Context = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now' | 'today'>

export interface ConsentRefused {
  readonly draft: ConsentDraft
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

export type ConsentActionResult = { readonly next: string } | { readonly refusal: ConsentRefused }

/**
 * Carries out a form of her consents: `record` stores what she allowed, `withdraw` takes back from this day on what the
 * partner may do for that purpose, by whichever receipts, and with it what the partner still had before it.
 * @throws Response 401 or 403 for who may not record, 404 for an actor or receipt out of reach, 400 for no form of ours.
 */
export async function actOnConsents(context: Context, actorId: string, form: FormData): Promise<ConsentActionResult> {
  await demandActor(context.db, context.viewer, 'consents:record', actorId)
  const intent = form.get('intent')
  if (intent === 'record') return record(context, actorId, draftOf(form))
  if (intent === 'withdraw') return withdraw(context, actorId, form)
  throw badRequest()
}

async function record(context: Context, actorId: string, draft: ConsentDraft): Promise<ConsentActionResult> {
  const read = readConsent(draft)
  const partner = await context.db.selectFrom('partner').select('id').where('id', '=', draft.partner).executeTakeFirst()
  const problems = read.ok ? [] : read.problems
  if (!partner && !problems.includes('partner')) problems.unshift('partner')
  const texts = read.ok ? await shownTexts(context.db, draft.texts, read.value) : null
  if (read.ok && !texts) problems.push('text')
  if (!read.ok || !texts || problems.length > 0) {
    const t = messagesFor(context.locale).consents.problems
    return {
      refusal: {
        // why: what the page shows now was not read out to her yet
        draft: problems.includes('text') ? { ...draft, said: false } : draft,
        errors: problems.map((problem) => ({ field: PROBLEM_FIELD[problem], message: t[problem] })),
      },
    }
  }
  await storeConsent(context, actorId, read.value, texts)
  return { next: `${paths.actorConsents(actorId, { tercatat: read.value.partnerId })}#tercatat` }
}

/** Two receipts that are equal in these are one. */
const SAME = ['partner_id', 'purpose', 'fields', 'text_id', 'method', 'given_on', 'expires_on'] as const

const DAYS_OF = { '6': 182, '12': 365, '24': 730 } as const

/**
 * Stores one receipt for each purpose, told to the indexes and the audit in one transaction. What stands there word for
 * word from the same day, as after a second click, is not stored again: two receipts would have to be taken back twice.
 */
async function storeConsent(
  context: Context,
  actorId: string,
  consent: NewConsent,
  texts: ReadonlyMap<ConsentPurpose, string>,
): Promise<void> {
  const { db, viewer, now, today } = context
  await db.transaction().execute(async (trx) => {
    const stored = await findReceipts(trx, actorId)
    const asked = consent.purposes.map((purpose) => ({
      id: randomUUID(),
      actor_id: actorId,
      partner_id: consent.partnerId,
      purpose,
      fields: JSON.stringify(fieldsFor(purpose, consent.fields)),
      text_id: texts.get(purpose)!,
      method: consent.method,
      given_on: today,
      expires_on: addDays(today, DAYS_OF[consent.duration]),
      recorded_by: viewer.accountId,
      recorded_role: viewer.role,
      recorded_at: now,
      is_demo: 0 as const,
    }))
    const receipts = asked.filter(
      (one) =>
        !stored.some(({ row, withdrawal }) => withdrawal === null && SAME.every((part) => row[part] === one[part])),
    )
    await insertReceipts(trx, receipts, now)
    for (const receipt of receipts) {
      const detail = {
        purpose: receipt.purpose,
        fields: fieldsFor(receipt.purpose, consent.fields),
        method: receipt.method,
      }
      await recordConsentDeed(trx, context, {
        action: 'consent:record',
        actorId,
        partnerId: consent.partnerId,
        detail,
      })
    }
  })
}

async function withdraw(context: Context, actorId: string, form: FormData): Promise<ConsentActionResult> {
  const { db, viewer, now, today } = context
  const reason = readReason(form.get('sebab')) ?? 'her_wish'
  const receiptId = String(form.get('izin') ?? '')
  await db.transaction().execute(async (trx) => {
    const receipt = await getReceiptOf(trx, actorId, receiptId)
    if (!receipt) throw notFound()
    const same = (await findReceipts(trx, actorId)).filter(
      (one) => one.partnerId === receipt.partner_id && one.purpose === receipt.purpose && one.expiresOn >= today,
    )
    // why: she takes back what this partner may do, however often it was recorded; a slip of the pen is that receipt alone
    const ids = reason === 'wrongly_recorded' ? [receiptId] : [...new Set([receiptId, ...same.map(({ id }) => id)])]
    let taken = 0
    for (const receipt_id of ids) {
      const withdrawal = { receipt_id, withdrawn_on: today, withdrawn_at: now, reason }
      const by = { recorded_by: viewer.accountId, recorded_role: viewer.role }
      if (await insertWithdrawal(trx, { ...withdrawal, ...by })) taken += 1
    }
    // why: two clicks are one withdrawal; the second finds it done
    if (taken === 0) return
    await recordConsentDeed(trx, context, {
      action: 'consent:withdraw',
      actorId,
      partnerId: receipt.partner_id,
      detail: { purpose: receipt.purpose, reason },
    })
    await endWithoutConsent(trx, { db, today, now }, actorId)
  })
  return { next: `${paths.actorConsents(actorId, { dicabut: receiptId })}#tercatat` }
}
