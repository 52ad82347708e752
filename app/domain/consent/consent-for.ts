import type { Day } from '../values/day.ts'
import {
  CONSENT_FIELDS,
  type ConsentField,
  type ConsentPurpose,
  type Receipt,
  type ReceiptState,
  receiptState,
} from './receipt.ts'

/** What somebody wants to do with her data. */
export interface ConsentQuestion {
  readonly partnerId: string
  readonly purpose: ConsentPurpose
  /** What would be shown; an empty list asks for the purpose alone. */
  readonly fields: readonly ConsentField[]
  readonly on: Day
}

/** Why not: she was never asked (`none`), or what the latest receipt has become. */
export type ConsentRefusal = 'none' | Exclude<ReceiptState, 'valid'>

/** `granted` with the receipts it rests on, `partial` with the fields she did not allow, `refused` with the reason. */
export type ConsentAnswer =
  | { readonly answer: 'granted'; readonly receiptIds: readonly string[] }
  | { readonly answer: 'partial'; readonly receiptIds: readonly string[]; readonly missing: readonly ConsentField[] }
  | { readonly answer: 'refused'; readonly reason: ConsentRefusal }

/**
 * Whether her receipts allow something on a day. Only receipts for that very partner and purpose count; several valid ones
 * add up. Nothing is allowed that no valid receipt says.
 */
export function consentFor(receipts: readonly Receipt[], question: ConsentQuestion): ConsentAnswer {
  const concerned = receipts.filter(
    (receipt) => receipt.partnerId === question.partnerId && receipt.purpose === question.purpose,
  )
  const valid = concerned.filter((receipt) => receiptState(receipt, question.on) === 'valid')
  if (valid.length === 0) return { answer: 'refused', reason: refusalOf(concerned, question.on) }
  const allowed = new Set(valid.flatMap((receipt) => receipt.fields))
  const missing = question.fields.filter((field) => !allowed.has(field))
  const receiptIds = valid.map((receipt) => receipt.id).sort()
  return missing.length === 0 ? { answer: 'granted', receiptIds } : { answer: 'partial', receiptIds, missing }
}

/** The fields she allows a partner for a purpose on a day, in the order of the vocabulary. */
export function allowedFields(receipts: readonly Receipt[], question: Omit<ConsentQuestion, 'fields'>): ConsentField[] {
  const allowed = new Set<ConsentField>()
  for (const receipt of receipts) {
    if (receipt.partnerId !== question.partnerId || receipt.purpose !== question.purpose) continue
    if (receiptState(receipt, question.on) === 'valid') for (const field of receipt.fields) allowed.add(field)
  }
  return CONSENT_FIELDS.filter((field) => allowed.has(field))
}

/** A withdrawal is told before an expiry, because it is her word. */
function refusalOf(concerned: readonly Receipt[], on: Day): ConsentRefusal {
  const states = new Set(concerned.map((receipt) => receiptState(receipt, on)))
  for (const state of ['withdrawn', 'expired', 'not_yet'] as const) if (states.has(state)) return state
  return 'none'
}
