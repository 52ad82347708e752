import { randomUUID } from 'node:crypto'
import { addDays } from '#app/domain/loop/calendar.ts'
import { endWithoutConsent } from '#app/features/proposals/end-without-consent.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { latestConsentTexts } from '#db/queries/consent-texts.ts'
import { getReceiptOf, insertReceipts, insertWithdrawal } from '#db/queries/consents.ts'
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

type Context = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now' | 'today'>

export interface ConsentRefused {
  readonly draft: ConsentDraft
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

export type ConsentActionResult = { readonly next: string } | { readonly refusal: ConsentRefused }

/**
 * Carries out a form of her consents: `record` stores what she allowed, `withdraw` takes it back from this day on,
 * and with it what the partner still had before it.
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
  if (!read.ok || problems.length > 0) {
    const t = messagesFor(context.locale).consents.problems
    return {
      refusal: { draft, errors: problems.map((problem) => ({ field: PROBLEM_FIELD[problem], message: t[problem] })) },
    }
  }
  await storeConsent(context, actorId, read.value)
  return { next: `${paths.actorConsents(actorId, { tercatat: read.value.partnerId })}#tercatat` }
}

const DAYS_OF = { '6': 182, '12': 365, '24': 730 } as const

/** Stores one receipt for each purpose, told to the indexes and the audit in one transaction. */
export async function storeConsent(context: Context, actorId: string, consent: NewConsent): Promise<void> {
  const { db, viewer, now, today, locale } = context
  await db.transaction().execute(async (trx) => {
    const texts = await latestConsentTexts(trx, locale)
    const receipts = consent.purposes.map((purpose) => ({
      id: randomUUID(),
      actor_id: actorId,
      partner_id: consent.partnerId,
      purpose,
      fields: JSON.stringify(fieldsFor(purpose, consent.fields)),
      text_id: texts.find((text) => text.purpose === purpose)!.id,
      method: consent.method,
      given_on: today,
      expires_on: addDays(today, DAYS_OF[consent.duration]),
      recorded_by: viewer.accountId,
      recorded_role: viewer.role,
      recorded_at: now,
      is_demo: 0 as const,
    }))
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
    const taken = await insertWithdrawal(trx, {
      receipt_id: receiptId,
      withdrawn_on: today,
      withdrawn_at: now,
      reason,
      recorded_by: viewer.accountId,
      recorded_role: viewer.role,
    })
    // why: two clicks are one withdrawal; the second finds it done
    if (!taken) return
    await recordConsentDeed(trx, context, {
      action: 'consent:withdraw',
      actorId,
      partnerId: taken.partnerId,
      detail: { purpose: receipt.purpose, reason },
    })
    await endWithoutConsent(trx, { db, today, now }, actorId)
  })
  return { next: `${paths.actorConsents(actorId, { dicabut: receiptId })}#tercatat` }
}
