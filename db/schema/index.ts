import type {
  AccountTable,
  AccountTokenTable,
  ActorCompanionTable,
  RecoveryCodeTable,
  SessionTable,
  SignInAttemptTable,
} from './account.ts'
import type { ActorIdentityTable, ActorTable, FactChangeTable } from './actor.ts'
import type { AuditEventTable } from './audit.ts'
import type { CapacityLinkTable, CapacityRequestTable } from './capacity-request.ts'
import type { ConsentEvidenceTable, ConsentReceiptTable, ConsentTextTable, ConsentWithdrawalTable } from './consent.ts'
import type { DistrictTeamTable } from './district-team.ts'
import type { GapTaskEventTable, GapTaskTable } from './gap-task.ts'
import type { ImportBatchTable, ImportRejectTable } from './import.ts'
import type { MailOutboxTable } from './mail.ts'
import type { MatchDecisionTable, MatchPolicyTable, MatchRunTable } from './matching.ts'
import type { OfferConditionTable, OfferListTable, OfferTable, PartnerTable } from './partner.ts'
import type { PlanOverrideTable, PlanResultTable, PlanScenarioTable } from './plan.ts'
import type {
  PlaceLabelTable,
  ProgrammeDocumentTable,
  ProgrammeEntryTable,
  ProgrammeEventTable,
  ProgrammeFileTable,
  ProgrammeKpiTable,
  ProgrammeLabelTable,
  ProgrammeOfferTable,
  ProgrammeRegionTable,
  ProgrammeTable,
} from './programme.ts'
import type {
  AccountPreferenceTable,
  AnswerLinkTable,
  AttachmentTable,
  JobTable,
  MouClauseTable,
  MouTable,
  OfferConfirmationTable,
  OverrideEntryTable,
  PartnerPreferenceTable,
  PartnerRequestActorTable,
  PartnerRequestTable,
  ProposalActorTable,
  ProposalAddressTable,
  ProposalEventTable,
  ProposalMessageTable,
  ProposalTable,
} from './proposal.ts'
import type { ModelDistrictTable, PublishedFigureTable, RegionTable } from './reference.ts'
import type { ActorContactTable, ErasedActorTable, ErasedCountTable, ErasureTaskTable } from './rights.ts'
import type { SavedSearchTable } from './saved-search.ts'
import type { SearchDemandTable } from './search-demand.ts'
import type { ChangeLogTable, SettingTable } from './system.ts'

/** Every table, by its name in the database. Conventions of columns: db/README.md. */
export interface Database {
  account: AccountTable
  account_preference: AccountPreferenceTable
  account_token: AccountTokenTable
  actor: ActorTable
  actor_companion: ActorCompanionTable
  actor_contact: ActorContactTable
  actor_identity: ActorIdentityTable
  audit_event: AuditEventTable
  answer_link: AnswerLinkTable
  attachment: AttachmentTable
  capacity_link: CapacityLinkTable
  capacity_request: CapacityRequestTable
  change_log: ChangeLogTable
  consent_evidence: ConsentEvidenceTable
  consent_receipt: ConsentReceiptTable
  consent_text: ConsentTextTable
  consent_withdrawal: ConsentWithdrawalTable
  district_team: DistrictTeamTable
  erased_actor: ErasedActorTable
  erased_count: ErasedCountTable
  erasure_task: ErasureTaskTable
  fact_change: FactChangeTable
  gap_task: GapTaskTable
  gap_task_event: GapTaskEventTable
  import_batch: ImportBatchTable
  import_reject: ImportRejectTable
  job: JobTable
  mail_outbox: MailOutboxTable
  match_decision: MatchDecisionTable
  match_policy: MatchPolicyTable
  match_run: MatchRunTable
  model_district: ModelDistrictTable
  mou: MouTable
  mou_clause: MouClauseTable
  offer: OfferTable
  offer_confirmation: OfferConfirmationTable
  offer_cluster: OfferListTable<'cluster_id'>
  offer_condition: OfferConditionTable
  offer_need: OfferListTable<'need_id'>
  offer_region: OfferListTable<'region_code'>
  offer_sector: OfferListTable<'sector_id'>
  override_entry: OverrideEntryTable
  partner: PartnerTable
  partner_preference: PartnerPreferenceTable
  partner_request: PartnerRequestTable
  partner_request_actor: PartnerRequestActorTable
  proposal: ProposalTable
  proposal_actor: ProposalActorTable
  proposal_address: ProposalAddressTable
  proposal_event: ProposalEventTable
  proposal_message: ProposalMessageTable
  published_figure: PublishedFigureTable
  recovery_code: RecoveryCodeTable
  region: RegionTable
  saved_search: SavedSearchTable
  search_demand: SearchDemandTable
  session: SessionTable
  setting: SettingTable
  sign_in_attempt: SignInAttemptTable
  plan_override: PlanOverrideTable
  plan_result: PlanResultTable
  plan_scenario: PlanScenarioTable
  place_label: PlaceLabelTable
  programme: ProgrammeTable
  programme_document: ProgrammeDocumentTable
  programme_entry: ProgrammeEntryTable
  programme_event: ProgrammeEventTable
  programme_file: ProgrammeFileTable
  programme_kpi: ProgrammeKpiTable
  programme_label: ProgrammeLabelTable
  programme_offer: ProgrammeOfferTable
  programme_region: ProgrammeRegionTable
}
