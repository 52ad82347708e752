import {
  CONSENT_FIELDS,
  CONSENT_METHODS,
  CONSENT_PURPOSES,
  type ConsentField,
  type ConsentMethod,
  type ConsentPurpose,
  FIELDS_OF_PURPOSE,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from '#app/domain/consent/receipt.ts'

/** How long a consent may run, in months. */
export const DURATIONS = ['6', '12', '24'] as const
export type Duration = (typeof DURATIONS)[number]

/** What stands in the form, readable or not, so that nothing typed is lost. */
export interface ConsentDraft {
  readonly partner: string
  readonly purposes: readonly string[]
  readonly fields: readonly string[]
  readonly method: string
  readonly duration: string
  readonly said: boolean
  /** Ids of the texts the form showed. */
  readonly texts: readonly string[]
}

export interface NewConsent {
  readonly partnerId: string
  readonly purposes: readonly ConsentPurpose[]
  readonly fields: readonly ConsentField[]
  readonly method: ConsentMethod
  readonly duration: Duration
}

export type ConsentProblem =
  | 'partner'
  | 'purposes'
  | 'fields'
  | 'fields_for_purpose'
  | 'method'
  | 'duration'
  | 'said'
  /** The form does not say which text was shown for a purpose. */
  | 'text'

/** Which control of the form a problem belongs to. */
export const PROBLEM_FIELD: Readonly<Record<ConsentProblem, string>> = {
  partner: 'mitra',
  purposes: 'keperluan',
  fields: 'data',
  fields_for_purpose: 'data',
  method: 'cara',
  duration: 'masa',
  said: 'dibacakan',
  text: 'dibacakan',
}

export const EMPTY_DRAFT: ConsentDraft = {
  partner: '',
  purposes: [],
  fields: FIELDS_OF_PURPOSE.browse,
  method: '',
  duration: '12',
  said: false,
  texts: [],
}

export function draftOf(form: FormData): ConsentDraft {
  const texts = (name: string) => form.getAll(name).filter((value): value is string => typeof value === 'string')
  const text = (name: string) => texts(name)[0] ?? ''
  return {
    partner: text('mitra'),
    purposes: texts('keperluan'),
    fields: texts('data'),
    method: text('cara'),
    duration: text('masa'),
    said: form.has('dibacakan'),
    texts: texts('naskah'),
  }
}

/** Reads the form; the partner's existence is for the database to say. */
export function readConsent(
  draft: ConsentDraft,
): { readonly ok: true; readonly value: NewConsent } | { readonly ok: false; readonly problems: ConsentProblem[] } {
  const purposes = CONSENT_PURPOSES.filter((purpose) => draft.purposes.includes(purpose))
  const fields = CONSENT_FIELDS.filter((field) => draft.fields.includes(field))
  const method = CONSENT_METHODS.find((one) => one === draft.method)
  const duration = DURATIONS.find((one) => one === draft.duration)
  const problems: ConsentProblem[] = []
  if (draft.partner === '') problems.push('partner')
  if (purposes.length === 0) problems.push('purposes')
  if (fields.length === 0) problems.push('fields')
  else if (purposes.some((purpose) => fieldsFor(purpose, fields).length === 0)) problems.push('fields_for_purpose')
  if (!method) problems.push('method')
  if (!duration) problems.push('duration')
  if (!draft.said) problems.push('said')
  if (problems.length > 0 || !method || !duration) return { ok: false, problems }
  return { ok: true, value: { partnerId: draft.partner, purposes, fields, method, duration } }
}

/** What one receipt carries of the fields chosen for all: never more than its purpose can. */
export function fieldsFor(purpose: ConsentPurpose, fields: readonly ConsentField[]): ConsentField[] {
  return fields.filter((field) => FIELDS_OF_PURPOSE[purpose].includes(field))
}

export function readReason(text: unknown): WithdrawalReason | null {
  return WITHDRAWAL_REASONS.find((reason) => reason === text) ?? null
}
