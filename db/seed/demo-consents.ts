import { type ConsentField, type ConsentPurpose, FIELDS_OF_PURPOSE } from '#app/domain/consent/receipt.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '../client.ts'
import { logChanges } from '../queries/change-log.ts'
import { consentTextId } from '../reference/consent-texts.ts'
import type { ConsentWithdrawalRow, NewConsentReceipt } from '../schema/consent.ts'
import { createRandom, mix } from './random.ts'

/** The district in which partner browsing and proposals are shown. */
const DEMO_REGENCY = '33.24'
/** Partners of different kinds with offers that run; the first also has receipts outside the demo district. */
const DEMO_PARTNERS = ['pnm', 'kur', 'bri', 'goto', 'shopee', 'pkk', 'iwapi', 'rumah-bumn']
/** Only the first people are asked, so that a million of them are planted as fast as before. */
const MOST_ACTORS = 5000
const YEAR = 365
const ROWS = 500

const SHARED: Readonly<Record<ConsentPurpose, readonly ConsentField[]>> = {
  browse: FIELDS_OF_PURPOSE.browse,
  referral: ['place', 'products', 'needs', 'readiness', 'name', 'business_name', 'village'],
}

interface DemoConsents {
  readonly receipts: readonly NewConsentReceipt[]
  readonly withdrawals: readonly ConsentWithdrawalRow[]
}

/** What one invented person allows: a pure function of her id, so that every first start plants the same. */
export function demoConsents(actor: { id: string; regency: string | null }, asOf: Day, at: string): DemoConsents {
  const receipts: NewConsentReceipt[] = []
  const withdrawals: ConsentWithdrawalRow[] = []
  const isHere = actor.regency === DEMO_REGENCY
  for (const [position, partnerId] of (isHere ? DEMO_PARTNERS : DEMO_PARTNERS.slice(0, 1)).entries()) {
    const random = createRandom(mix(Number(actor.id.replaceAll(/\D/g, '')), 7919 + position))
    const likely = isHere ? (position === 0 ? 0.75 : 0.5) : 0.3
    if (random() >= likely) continue
    const daysAgo = 10 + Math.floor(random() * 380)
    const method = random() < 0.6 ? 'paper' : 'screen'
    const isTakenBack = random() < 0.04
    const givenOn = addDays(asOf, -daysAgo)
    for (const purpose of random() < 0.6 ? (['browse', 'referral'] as const) : (['browse'] as const)) {
      const id = `demo-izin-${actor.id}-${partnerId}-${purpose}`
      receipts.push({
        id,
        actor_id: actor.id,
        partner_id: partnerId,
        purpose,
        fields: JSON.stringify(SHARED[purpose]),
        text_id: consentTextId({ purpose, version: 1, language: 'id' }),
        method,
        given_on: givenOn,
        expires_on: addDays(givenOn, YEAR),
        recorded_by: null,
        recorded_role: 'system',
        recorded_at: at,
        is_demo: 1,
      })
      if (!isTakenBack) continue
      const by = { reason: 'her_wish', recorded_by: null, recorded_role: 'system' } as const
      withdrawals.push({ receipt_id: id, withdrawn_on: addDays(givenOn, 5), withdrawn_at: at, ...by })
    }
  }
  return { receipts, withdrawals }
}

/**
 * Gives invented people invented consents, marked as such, in one transaction: about a third of the demo people allow the
 * first demo partner, those of the demo district others too. Some have ended or been taken back.
 * @returns how many receipts were planted.
 */
export async function seedDemoConsents(client: DbClient, options: { asOf: Day; at: string }): Promise<number> {
  const { asOf, at } = options
  return client.db.transaction().execute(async (trx) => {
    const partners = await trx.selectFrom('partner').select('id').where('id', 'in', DEMO_PARTNERS).execute()
    const known = new Set(partners.map(({ id }) => id))
    const actors = await trx
      .selectFrom('actor')
      .select(['id', 'regency_code as regency'])
      .where('is_demo', '=', 1)
      .orderBy('id')
      .limit(MOST_ACTORS)
      .execute()
    const all = actors.map((actor) => demoConsents(actor, asOf, at))
    const receipts = all.flatMap((one) => one.receipts).filter((receipt) => known.has(receipt.partner_id))
    const planted = new Set(receipts.map(({ id }) => id))
    const withdrawals = all.flatMap((one) => one.withdrawals).filter((one) => planted.has(one.receipt_id))
    for (let start = 0; start < receipts.length; start += ROWS) {
      await trx
        .insertInto('consent_receipt')
        .values(receipts.slice(start, start + ROWS))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    for (let start = 0; start < withdrawals.length; start += ROWS) {
      await trx
        .insertInto('consent_withdrawal')
        .values(withdrawals.slice(start, start + ROWS))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await logChanges(trx, 'actors', [...new Set(receipts.map((receipt) => receipt.actor_id))], at)
    return receipts.length
  })
}
