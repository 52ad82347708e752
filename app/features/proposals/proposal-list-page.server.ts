import { can } from '#app/domain/access/permissions.ts'
import { answerDueOn } from '#app/domain/loop/clocks.ts'
import { type LoopRates, loopRates } from '#app/domain/loop/rates.ts'
import {
  AWAITING_ANSWER,
  AWAITING_OUTCOME,
  FINAL_STATES,
  isProposalState,
  type ProposalState,
} from '#app/domain/loop/states.ts'
import { waitingFor } from '#app/domain/loop/waiting.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { type DigestChoice, getDigestChoice } from '#db/queries/loop-preferences.ts'
import { findSentReferrals } from '#db/queries/loop-record.ts'
import { countProposals, findProposalActors, findProposals, type ProposalFilter } from '#db/queries/proposals.ts'
import { loadRequests, type RequestLine } from './request-lines.server.ts'
import { TAB_WORDS, TABS, type Tab } from './tabs.ts'

export interface ProposalLine {
  readonly id: string
  readonly isDemo: boolean
  readonly offerName: string
  readonly partnerName: string
  readonly actors: number
  readonly isGroup: boolean
  readonly state: ProposalState
  readonly dueOn: string | null
  /** Days until the answer is due, negative when it is overdue; null where none is owed. */
  readonly daysLeft: number | null
  readonly movedOn: string
}

export interface ProposalListPage {
  readonly tab: Tab
  readonly counts: Readonly<Record<Tab, number>>
  readonly lines: readonly ProposalLine[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly filter: { readonly state: ProposalState | null; readonly partnerId: string | null }
  readonly partners: readonly { readonly value: string; readonly label: string }[]
  readonly rates: LoopRates
  /** Referrals of the rates that are of invented proposals. */
  readonly demoReferrals: number
  readonly requests: readonly RequestLine[]
  readonly mayCreate: boolean
  readonly mayOverride: boolean
  readonly digest: DigestChoice | null
}

const PAGE_SIZE = 25

function filterOf(tab: Tab, role: RequestContext['viewer']['role']): ProposalFilter {
  switch (tab) {
    case 'mine':
      return { cases: waitingFor(role) }
    case 'theirs':
      return { states: AWAITING_ANSWER }
    case 'running':
      return { states: AWAITING_OUTCOME }
    case 'ended':
      return { states: FINAL_STATES }
    default:
      return {}
  }
}

function readTab(text: string | null, role: RequestContext['viewer']['role']): Tab {
  const found = TABS.find((tab) => TAB_WORDS[tab] === text)
  return found ?? (waitingFor(role).length > 0 ? 'mine' : 'all')
}

/** The proposals a viewer reaches, with how far their loop is closed. @throws Response 401 or 403. */
export async function loadProposalList(
  context: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'locale'>,
  query: URLSearchParams,
): Promise<ProposalListPage> {
  const { db, viewer, today, locale } = context
  demand(viewer, 'proposals:read')
  const world = await matchWorld(db, today)
  const tab = readTab(query.get('kelompok'), viewer.role)
  const state = query.get('keadaan') ?? ''
  const partnerId = query.get('mitra') || null
  const filter: ProposalFilter = {
    ...filterOf(tab, viewer.role),
    ...(isProposalState(state) && tab === 'all' ? { states: [state] } : {}),
    ...(partnerId ? { partnerId } : {}),
  }
  const counts = {} as Record<Tab, number>
  for (const one of TABS) {
    const own = filterOf(one, viewer.role)
    counts[one] = own.cases?.length === 0 ? 0 : await countProposals(db, viewer.scope, own)
  }
  const empty = filter.cases?.length === 0
  const total = empty ? 0 : await countProposals(db, viewer.scope, filter)
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('hal') ?? '1', 10) || 1))
  const rows = empty
    ? []
    : await findProposals(db, viewer.scope, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  const actors = await findProposalActors(
    db,
    rows.map((row) => row.id),
  )
  const referrals = await findSentReferrals(db, { scope: viewer.scope })
  const offer = (id: string) => world.offerById.get(id)
  const partnerNames = new Map(world.offers.map((one) => [one.partnerId, one.partnerName]))
  const mayCreate = can(viewer, 'proposals:create')
  return {
    tab,
    counts,
    lines: rows.map((row) => {
      const owed = AWAITING_ANSWER.includes(row.state) && row.asked_on !== null
      const dueOn = owed ? answerDueOn(row.asked_on!, row.response_days) : null
      return {
        id: row.id,
        isDemo: row.is_demo === 1,
        offerName: offer(row.offer_id)?.name ?? row.offer_id,
        partnerName: partnerNames.get(row.partner_id) ?? row.partner_id,
        actors: actors.filter((actor) => actor.proposal_id === row.id).length,
        isGroup: row.is_group === 1,
        state: row.state,
        dueOn,
        daysLeft: daysBetween(today, dueOn),
        movedOn: row.moved_on,
      }
    }),
    total,
    page,
    pageSize: PAGE_SIZE,
    filter: { state: isProposalState(state) ? state : null, partnerId },
    partners: [...partnerNames]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    rates: loopRates(referrals),
    demoReferrals: referrals.filter((referral) => referral.isDemo).length,
    requests: mayCreate && viewer.role !== 'partner' ? await loadRequests(context) : [],
    mayCreate,
    mayOverride: can(viewer, 'overrides:read'),
    digest: viewer.accountId === null ? null : await getDigestChoice(db, viewer.accountId),
  }
}
