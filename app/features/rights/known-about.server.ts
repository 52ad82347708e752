import { receiptState } from '#app/domain/consent/receipt.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Db } from '#db/client.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { findReceipts } from '#db/queries/consents.ts'
import { findFactChanges } from '#db/queries/fact-changes.ts'
import type { ActorRow } from '#db/schema/actor.ts'

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json))
/** The most audit lines one file holds; older ones are on the page of her record. */
const MOST_AUDIT = 10_000

/** Everything the database knows about one actor, with what was shared and who looked, as one value. */
export async function knownAbout(db: Db, actor: ActorRow, today: Day) {
  const identity = await db
    .selectFrom('actor_identity')
    .select(['name', 'business_name'])
    .where('actor_id', '=', actor.id)
    .executeTakeFirst()
  const regency = await db
    .selectFrom('region')
    .select(['name'])
    .where('code', '=', actor.regency_code ?? '')
    .executeTakeFirst()
  const partners = await db.selectFrom('partner').select(['id', 'name']).execute()
  const partnerName = new Map(partners.map((partner) => [partner.id, partner.name]))
  const companions = await db
    .selectFrom('actor_companion')
    .innerJoin('account', 'account.id', 'actor_companion.account_id')
    .select(['account.name', 'actor_companion.assigned_at'])
    .where('actor_companion.actor_id', '=', actor.id)
    .execute()
  const proposals = await db
    .selectFrom('proposal_actor')
    .innerJoin('proposal', 'proposal.id', 'proposal_actor.proposal_id')
    .innerJoin('offer', 'offer.id', 'proposal.offer_id')
    .select(['proposal.id', 'offer.name as offer', 'proposal.partner_id', 'proposal.state', 'proposal_actor.outcome'])
    .where('proposal_actor.actor_id', '=', actor.id)
    .execute()
  const contact = await db
    .selectFrom('actor_contact')
    .select('updated_at')
    .where('actor_id', '=', actor.id)
    .executeTakeFirst()
  const changes = await findFactChanges(db, actor.id)
  const receipts = await findReceipts(db, actor.id)
  const audit = await findAuditEvents(db, { subject: { type: 'actor', id: actor.id } }, { page: 1, size: MOST_AUDIT })
  return {
    on: today,
    code: actorCode(actor.id),
    id: actor.id,
    isDemo: actor.is_demo === 1,
    name: identity?.name ?? null,
    businessName: identity?.business_name ?? null,
    regency: regency?.name ?? null,
    regencyCode: actor.regency_code,
    village: actor.village,
    cluster: actor.cluster,
    sectors: parsed(actor.sectors) as string[] | null,
    needs: parsed(actor.needs) as string[] | null,
    products: actor.products,
    phoneKept: contact !== undefined,
    facts: parsed(actor.facts) as Readonly<Record<string, unknown>>,
    factsAsOf: actor.facts_as_of,
    objectsToProfiling: actor.no_profiling === 1,
    createdAt: actor.created_at,
    updatedAt: actor.updated_at,
    fromImport: actor.import_batch_id,
    companions: companions.map((one) => ({ name: one.name, since: one.assigned_at })),
    consents: receipts.map((receipt) => ({
      partner: partnerName.get(receipt.partnerId) ?? receipt.partnerId,
      purpose: receipt.purpose,
      fields: receipt.fields,
      givenOn: receipt.givenOn,
      expiresOn: receipt.expiresOn,
      withdrawnOn: receipt.withdrawnOn,
      state: receiptState(receipt, today),
      method: receipt.row.method,
      text: receipt.row.text_id,
    })),
    proposals: proposals.map((one) => ({
      id: one.id,
      offer: one.offer,
      partner: partnerName.get(one.partner_id) ?? one.partner_id,
      state: one.state,
      outcome: one.outcome,
    })),
    changes: changes.map((change) => ({
      what: change.fact,
      from: parsed(change.old_value),
      to: parsed(change.new_value),
      source: change.source,
      at: change.changed_at,
    })),
    audit: audit.map((event) => ({
      at: event.at,
      role: event.role,
      action: event.action,
      partner: event.partner_id,
      because: event.because,
    })),
  }
}

export type KnownAbout = Awaited<ReturnType<typeof knownAbout>>
