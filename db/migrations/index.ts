import type { Migration } from '../dialect/dialect.ts'
import * as initial from './20261124T0900_initial.ts'
import * as savedSearch from './20261124T1000_saved_search.ts'
import * as actorByDemo from './20261124T1100_actor_by_demo.ts'
import * as accounts from './20261124T1200_accounts.ts'
import * as consentAudit from './20261124T1400_consent_audit.ts'
import * as closedLoop from './20261124T1500_closed_loop.ts'
import * as importOffice from './20261124T1600_import_office.ts'
import * as planning from './20261124T1600_planning.ts'
import * as searchDemand from './20261124T1700_search_demand.ts'
import * as offerConfirmation from './20261124T1710_offer_confirmation.ts'
import * as programmes from './20261124T1900_programmes.ts'
import * as gapTasks from './20261124T1910_gap_tasks.ts'
import * as partnerRequests from './20261124T1920_partner_requests.ts'
import * as capacityRequests from './20261124T1930_capacity_requests.ts'
import * as districtTeam from './20261124T1940_district_team.ts'
import * as programmeFile from './20261124T1950_programme_file.ts'
import * as policyNote from './20261124T1960_policy_note.ts'
import * as erasureTask from './20261124T2010_erasure_task.ts'
import * as proposalParts from './20261124T2020_proposal_parts.ts'
import * as entryPerson from './20261124T2030_entry_person.ts'
import * as gapGone from './20261124T2030_gap_gone.ts'
import * as databaseId from './20261124T2040_database_id.ts'

/** In order of their names. The list is code because the bundled server has no folder to read. */
export const migrations: Record<string, Migration> = {
  '20261124T0900_initial': initial,
  '20261124T1000_saved_search': savedSearch,
  '20261124T1100_actor_by_demo': actorByDemo,
  '20261124T1200_accounts': accounts,
  '20261124T1400_consent_audit': consentAudit,
  '20261124T1500_closed_loop': closedLoop,
  '20261124T1600_import_office': importOffice,
  '20261124T1600_planning': planning,
  '20261124T1700_search_demand': searchDemand,
  '20261124T1710_offer_confirmation': offerConfirmation,
  '20261124T1900_programmes': programmes,
  '20261124T1910_gap_tasks': gapTasks,
  '20261124T1920_partner_requests': partnerRequests,
  '20261124T1930_capacity_requests': capacityRequests,
  '20261124T1940_district_team': districtTeam,
  '20261124T1950_programme_file': programmeFile,
  '20261124T1960_policy_note': policyNote,
  '20261124T2010_erasure_task': erasureTask,
  '20261124T2020_proposal_parts': proposalParts,
  '20261124T2030_entry_person': entryPerson,
  '20261124T2030_gap_gone': gapGone,
  '20261124T2040_database_id': databaseId,
}
