import { type Day, daysBetween } from '../values/day.ts'

/**
 * What a partner may be allowed to do. `browse`: see her card without her name among others. `referral`: be proposed her
 * case, and know who she is inside that referral.
 */
export const CONSENT_PURPOSES = ['browse', 'referral'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** What may be shown, from the least to the most telling. */
export const CONSENT_FIELDS = [
  'place',
  'products',
  'needs',
  'readiness',
  'sales_band',
  'name',
  'business_name',
  'village',
  'phone',
] as const
export type ConsentField = (typeof CONSENT_FIELDS)[number]

/** The fields each purpose can carry; browsing can never carry who she is. */
export const FIELDS_OF_PURPOSE: Readonly<Record<ConsentPurpose, readonly ConsentField[]>> = {
  browse: ['place', 'products', 'needs', 'readiness'],
  referral: CONSENT_FIELDS,
}

/** On the screen by herself, on paper with a scan, or spoken and recorded by the companion. */
export const CONSENT_METHODS = ['screen', 'paper', 'voice'] as const
export type ConsentMethod = (typeof CONSENT_METHODS)[number]

export const WITHDRAWAL_REASONS = ['her_wish', 'wrongly_recorded', 'no_longer_in_business'] as const
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]

export interface Receipt {
  readonly id: string
  readonly actorId: string
  readonly partnerId: string
  readonly purpose: ConsentPurpose
  readonly fields: readonly ConsentField[]
  readonly givenOn: Day
  /** The last day on which it counts. */
  readonly expiresOn: Day
  /** Null while she has not taken it back. */
  readonly withdrawnOn: Day | null
}

export type ReceiptState = 'valid' | 'expired' | 'withdrawn' | 'not_yet'

/** What a receipt is worth on a day. A withdrawal counts from its very day on, and outweighs everything else. */
export function receiptState(receipt: Receipt, on: Day): ReceiptState {
  if (receipt.withdrawnOn !== null && isOnOrBefore(receipt.withdrawnOn, on)) return 'withdrawn'
  if (!isOnOrBefore(receipt.givenOn, on)) return 'not_yet'
  return isOnOrBefore(on, receipt.expiresOn) ? 'valid' : 'expired'
}

function isOnOrBefore(day: Day, on: Day): boolean {
  const days = daysBetween(day, on)
  // why: a day that cannot be read must never make a consent valid
  return days !== null && days >= 0
}
