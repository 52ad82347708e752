import type { Selectable } from 'kysely'
import type { OverrideKind, OverrideReason } from '#app/domain/loop/overrides.ts'
import type { ReasonId } from '#app/domain/loop/reasons.ts'
import type { Origin, ProposalState } from '#app/domain/loop/states.ts'
import type { ClusterId } from '#app/domain/values/actor.ts'

/** A collaboration proposal ("usulan"): one offer with one actor, several, or a group. */
export interface ProposalTable {
  id: string
  /** 1 for an invented proposal of the demo. */
  is_demo: 0 | 1
  origin: Origin
  offer_id: string
  partner_id: string
  /** The district it is of. */
  regency_code: string
  is_group: 0 | 1
  state: ProposalState
  /** Raised by every step: who acts on an older version has been overtaken. */
  version: number
  /** How often the time to answer began anew. */
  round: number
  /** Day the time to answer began; null in a draft. */
  asked_on: string | null
  response_days: number
  /** Day of the last change of state. */
  moved_on: string
  /** Day it was sent; null while it never was. */
  sent_on: string | null
  /** Day the women were referred; null before. */
  referred_on: string | null
  /** 1: the figure of places left was old when it was sent, and the partner has to confirm it first. */
  confirm_capacity: 0 | 1
  /** A word to the other side, without personal data. */
  note: string | null
  end_reason: ReasonId | null
  end_condition: string | null
  end_text: string | null
  policy_version: string
  /** The partner's request it answers. */
  request_id: string | null
  created_by: string | null
  created_at: string
  updated_at: string
}

/** One actor of a proposal. After an erasure `actor_id` is null and the row still counts. */
export interface ProposalActorTable {
  proposal_id: string
  position: number
  actor_id: string | null
  /** As they were when she was proposed: what the record and the commitments count by. */
  cluster: ClusterId | null
  regency_code: string
  /** JSON string[]: those of her needs the offer serves. */
  needs: string
  /** The stored decision; written at sending. */
  decision_id: string | null
  outcome: 'helped' | 'not_helped' | null
  outcome_reason: ReasonId | null
  outcome_condition: string | null
  outcome_text: string | null
  outcome_on: string | null
  /** Day she left a proposal that goes on with others, before anybody was referred; null while she is part of it. */
  left_on: string | null
}

/** An address a proposal was sent to that no account has; kept while the partner may still have to be written to. */
export interface ProposalAddressTable {
  proposal_id: string
  address_sealed: string
  at: string
}

/** What happened, in order; a step of a version is taken once. */
export interface ProposalEventTable {
  id: string
  proposal_id: string
  version: number
  /** A step of the state machine, or `create`, `end_part`, `remind`, `escalate`, `confirm_capacity`. */
  step: string
  from_state: ProposalState | null
  to_state: ProposalState
  account_id: string | null
  role: string
  via: 'page' | 'link' | 'clock'
  reason: ReasonId | null
  reason_condition: string | null
  reason_text: string | null
  at: string
}

export interface ProposalMessageTable {
  id: string
  proposal_id: string
  kind: 'question' | 'answer' | 'note'
  side: 'office' | 'partner'
  account_id: string | null
  body: string
  at: string
}

/** A file within a proposal; its bytes stand in the data folder under its id. */
export interface AttachmentTable {
  id: string
  proposal_id: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  account_id: string | null
  side: 'office' | 'partner'
  at: string
}

/** A signed link to answer without an account: once, until it expires. */
export interface AnswerLinkTable {
  /** SHA-256 of the secret in the letter. */
  token_hash: string
  proposal_id: string
  /** The account the letter went to; null for a link handed out on paper. */
  account_id: string | null
  round: number
  created_at: string
  expires_at: string
  used_at: string | null
}

export interface PartnerPreferenceTable {
  partner_id: string
  response_days: number
  updated_by: string | null
  updated_at: string
}

/** The last day on which a partner itself confirmed its places or its rules. */
export interface OfferConfirmationTable {
  offer_id: string
  kind: 'capacity' | 'rules'
  confirmed_on: string
  account_id: string | null
  at: string
}

export interface AccountPreferenceTable {
  account_id: string
  digest: 'none' | 'daily' | 'weekly'
  updated_at: string
}

/** A partner asks a district for actors for an offer. */
export interface PartnerRequestTable {
  id: string
  partner_id: string
  offer_id: string
  regency_code: string
  places: number | null
  note: string | null
  state: 'open' | 'answered' | 'declined'
  reason: ReasonId | null
  reason_text: string | null
  created_by: string | null
  created_at: string
  answered_by: string | null
  answered_at: string | null
}

/** One card a partner chose for its request: the woman behind it, and the code the partner knows it by. */
export interface PartnerRequestActorTable {
  request_id: string
  position: number
  /** Null after an erasure. */
  actor_id: string | null
  card: string
}

/** Something the clock does once. The key says which once. */
export interface JobTable {
  key: string
  kind: string
  /** JSON. */
  payload: string
  state: 'queued' | 'done' | 'failed'
  run_after: string
  attempts: number
  last_error: string | null
  created_at: string
  finished_at: string | null
}

/** Where people decided otherwise than the ranking, and why. */
export interface OverrideEntryTable {
  id: string
  kind: OverrideKind
  actor_id: string | null
  offer_id: string
  regency_code: string
  reason: OverrideReason
  reason_text: string
  policy_version: string
  rules_version: string
  /** What was recommended at its place. */
  recommended_offer_id: string | null
  /** Place of the chosen offer among those she is eligible for, counted from 1; null where she was not. */
  rank: number | null
  proposal_id: string | null
  account_id: string | null
  at: string
  lifted_by: string | null
  lifted_at: string | null
}

export interface MouTable {
  id: string
  is_demo: 0 | 1
  /** Null where it is not known, or is no partner on record: then `parties` says. */
  partner_id: string | null
  title: string
  number: string | null
  /** The parties in words. */
  parties: string | null
  /** JSON string[] of province or regency codes; empty where none is stated. */
  regions: string
  /** The district it is kept by; null for a national or provincial one. */
  regency_code: string | null
  /** Number of the model district (1 to 21) whose MoU it is. */
  model_district: number | null
  starts_on: string | null
  ends_on: string | null
  document_name: string | null
  document_type: string | null
  document_url: string | null
  /** Name of the bytes in the data folder; null where no document was uploaded. */
  document_file: string | null
  document_bytes: number | null
  note: string | null
  created_by: string | null
  created_at: string
  updated_at: string
}

export interface MouClauseTable {
  id: string
  mou_id: string
  position: number
  quantity: number
  need_id: string | null
  /** JSON string[]. */
  regions: string
  by_day: string | null
  words: string | null
}

export type ProposalRow = Selectable<ProposalTable>
export type ProposalActorRow = Selectable<ProposalActorTable>
export type ProposalAddressRow = Selectable<ProposalAddressTable>
export type ProposalEventRow = Selectable<ProposalEventTable>
export type ProposalMessageRow = Selectable<ProposalMessageTable>
export type AttachmentRow = Selectable<AttachmentTable>
export type AnswerLinkRow = Selectable<AnswerLinkTable>
export type PartnerRequestRow = Selectable<PartnerRequestTable>
export type PartnerRequestActorRow = Selectable<PartnerRequestActorTable>
export type JobRow = Selectable<JobTable>
export type OverrideEntryRow = Selectable<OverrideEntryTable>
export type MouRow = Selectable<MouTable>
export type MouClauseRow = Selectable<MouClauseTable>
