import { receiptState } from '#app/domain/consent/receipt.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { Day } from '#app/domain/values/day.ts'
import { auditLines } from '#app/features/audit/audit-lines.server.ts'
import { plansWith } from '#app/features/plans/plans-with.server.ts'
import type { Db } from '#db/client.ts'
import { findAuditEvents } from '#db/queries/audit.ts'
import { findReceipts } from '#db/queries/consents.ts'
import { findFactChanges } from '#db/queries/fact-changes.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import { knownChoices, knownEvidence, knownOverrides, knownProposals } from './known-course.server.ts'

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
  const her = { id: actor.id, name: identity?.name ?? null, businessName: identity?.business_name ?? null }
  const evidence = await knownEvidence(db, actor.id)
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
      evidence: evidence.get(receipt.id) ?? [],
    })),
    proposals: await knownProposals(db, her),
    decisions: await knownOverrides(db, actor.id),
    ...(await knownChoices(db, actor.id)),
    plans: await plansWith(db, actor.id),
    changes: changes.map((change) => ({
      what: change.fact,
      from: parsed(change.old_value),
      to: parsed(change.new_value),
      source: change.source,
      at: change.changed_at,
    })),
    audit: (await auditLines(db, audit)).map(({ at, account, role, action, partner, because, detail }) => ({
      at,
      who: account,
      role,
      action,
      partner,
      because,
      detail,
    })),
  }
}

export type KnownAbout = Awaited<ReturnType<typeof knownAbout>>
