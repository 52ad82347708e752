import { can } from '#app/domain/access/permissions.ts'
import {
  type ConsentPurpose,
  type ReceiptState,
  receiptState,
  type WithdrawalReason,
} from '#app/domain/consent/receipt.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { getActorIdentity } from '#db/queries/actor-identity.ts'
import { recordRead } from '#db/queries/audit.ts'
import { findEvidence } from '#db/queries/consent-evidence.ts'
import { type ConsentText, latestConsentTexts } from '#db/queries/consent-texts.ts'
import { findReceipts } from '#db/queries/consents.ts'
import { EVIDENCE_PROBLEMS, type EvidenceProblem } from './evidence-problem.ts'

export interface ReceiptLine {
  readonly id: string
  readonly isDemo: boolean
  readonly partner: { readonly id: string; readonly name: string }
  readonly purpose: ConsentPurpose
  readonly fields: readonly string[]
  readonly state: ReceiptState
  readonly method: 'screen' | 'paper' | 'voice'
  readonly givenOn: string
  readonly expiresOn: string
  readonly evidence: readonly {
    readonly id: string
    readonly kind: 'scan' | 'voice'
    readonly bytes: number
    readonly addedAt: string
  }[]
  readonly withdrawn: { readonly on: string; readonly reason: WithdrawalReason } | null
}

export interface ConsentPage {
  readonly actor: { readonly id: string; readonly code: string; readonly name: string | null; readonly isDemo: boolean }
  readonly receipts: readonly ReceiptLine[]
  readonly partners: readonly { readonly id: string; readonly name: string }[]
  readonly texts: readonly ConsentText[]
  readonly mayRecord: boolean
  /** What became of the scan or recording just sent. */
  readonly evidence: EvidenceProblem | 'kept' | null
  /** Name of the partner whose consent was just recorded or taken back. */
  readonly done:
    | { readonly kind: 'recorded'; readonly partner: string }
    | {
        readonly kind: 'withdrawn'
        readonly partner: string
        readonly purpose: ConsentPurpose
        /** Another receipt of hers still allows that partner the same. */
        readonly isStillAllowed: boolean
      }
    | null
}

type Context = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'now' | 'today'>

/** Her consents and the form for a new one. @throws Response 401, 403 or 404 as for her profile. */
export async function loadConsentPage(
  context: Context,
  actorId: string,
  address: URLSearchParams,
): Promise<ConsentPage> {
  const { db, viewer, today, now, locale } = context
  const row = await demandActor(db, viewer, 'consents:read', actorId)
  await recordRead(db, viewer, {
    at: now,
    action: 'actor:identity-read',
    subject: { type: 'actor', id: actorId },
    because: 'consent',
    detail: { fields: ['name'] },
  })
  const identity = await getActorIdentity(db, actorId)
  const partners = await db.selectFrom('partner').select(['id', 'name']).orderBy('name').execute()
  const nameOf = new Map(partners.map((partner) => [partner.id, partner.name]))
  const evidence = await findEvidence(db, actorId)
  const receipts = (await findReceipts(db, actorId)).map((receipt) => ({
    id: receipt.id,
    isDemo: receipt.row.is_demo === 1,
    partner: { id: receipt.partnerId, name: nameOf.get(receipt.partnerId)! },
    purpose: receipt.purpose,
    fields: receipt.fields,
    state: receiptState(receipt, today),
    method: receipt.row.method,
    givenOn: receipt.givenOn,
    expiresOn: receipt.expiresOn,
    evidence: evidence
      .filter((one) => one.receipt_id === receipt.id)
      .map((one) => ({ id: one.id, kind: one.kind, bytes: one.bytes, addedAt: one.added_at })),
    withdrawn: receipt.withdrawal && { on: receipt.withdrawal.withdrawn_on, reason: receipt.withdrawal.reason },
  }))
  const recorded = nameOf.get(address.get('tercatat') ?? '')
  const taken = receipts.find((receipt) => receipt.id === address.get('dicabut') && receipt.withdrawn)
  return {
    actor: { id: row.id, code: actorCode(row.id), name: identity?.name ?? null, isDemo: row.is_demo === 1 },
    receipts,
    partners,
    texts: await latestConsentTexts(db, locale),
    mayRecord: can(viewer, 'consents:record'),
    evidence: ([...EVIDENCE_PROBLEMS, 'kept'] as const).find((one) => one === address.get('bukti')) ?? null,
    done: recorded
      ? { kind: 'recorded', partner: recorded }
      : taken
        ? {
            kind: 'withdrawn',
            partner: taken.partner.name,
            purpose: taken.purpose,
            isStillAllowed: receipts.some(
              ({ state, partner, purpose }) =>
                state === 'valid' && partner.id === taken.partner.id && purpose === taken.purpose,
            ),
          }
        : null,
  }
}

export interface ConsentSheet {
  readonly actorId: string
  readonly code: string
  /** Null on a blank sheet. */
  readonly name: string | null
  readonly village: string | null
  readonly regency: string | null
  readonly partner: string | null
  readonly purposes: readonly ConsentPurpose[]
  readonly texts: readonly ConsentText[]
  readonly today: string
  /** The last day when she signs today for a year. */
  readonly until: string
}

/** The printable form, blank or with her name and the partner chosen (`?mitra=`). Always in Indonesian. */
export async function loadConsentSheet(
  context: Context,
  actorId: string,
  address: URLSearchParams,
): Promise<ConsentSheet> {
  const { db, viewer, today, now } = context
  const row = await demandActor(db, viewer, 'consents:read', actorId)
  const isFilled = address.has('isi')
  const base = { actorId, code: actorCode(actorId), today, until: addDays(today, 365) }
  const texts = await latestConsentTexts(db, 'id')
  const asked = texts.map((text) => text.purpose).filter((purpose) => address.getAll('keperluan').includes(purpose))
  const purposes = asked.length > 0 ? asked : texts.map((text) => text.purpose)
  if (!isFilled) return { ...base, name: null, village: null, regency: null, partner: null, purposes, texts }
  await recordRead(db, viewer, {
    at: now,
    action: 'actor:identity-read',
    subject: { type: 'actor', id: actorId },
    because: 'consent',
    detail: { fields: ['name', 'village'] },
  })
  const identity = await getActorIdentity(db, actorId)
  const partner = await db
    .selectFrom('partner')
    .select('name')
    .where('id', '=', address.get('mitra') ?? '')
    .executeTakeFirst()
  const regency = await db
    .selectFrom('region')
    .select(['short', 'kind'])
    .where('code', '=', row.regency_code ?? '')
    .executeTakeFirst()
  return {
    ...base,
    name: identity?.name ?? null,
    village: row.village,
    regency: regency?.short ?? null,
    partner: partner?.name ?? null,
    purposes,
    texts,
  }
}
