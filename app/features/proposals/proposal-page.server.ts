import { can } from '#app/domain/access/permissions.ts'
import { allowedFields } from '#app/domain/consent/consent-for.ts'
import type { ConsentField } from '#app/domain/consent/receipt.ts'
import { answerDueOn } from '#app/domain/loop/clocks.ts'
import { answerLikelihoods } from '#app/domain/loop/likelihood.ts'
import { placesLeft } from '#app/domain/loop/sending.ts'
import { AWAITING_ANSWER, type ProposalState } from '#app/domain/loop/states.ts'
import { type Step, stepsFor } from '#app/domain/loop/transitions.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { isFactId } from '#app/domain/values/facts.ts'
import { spokenPhone } from '#app/domain/values/phone.ts'
import { readHerPhone } from '#app/features/contacts/her-phone.server.ts'
import { partnerCheckTexts, type TraceLine, traceLines } from '#app/features/matches/match-view.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { getActorIdentity } from '#db/queries/actor-identity.ts'
import { getActor } from '#db/queries/actors.ts'
import { findAttachments } from '#db/queries/attachments.ts'
import { recordRead } from '#db/queries/audit.ts'
import { findReceipts } from '#db/queries/consents.ts'
import { findAnswerHistory } from '#db/queries/loop-record.ts'
import { findDecisions } from '#db/queries/match-decisions.ts'
import { findProposalActors, getReachedProposal } from '#db/queries/proposals.ts'
import type { AttachmentRow, ProposalActorRow, ProposalRow } from '#db/schema/proposal.ts'
import { checkSending } from './check-sending.server.ts'
import type { Likelihood } from './new-proposal-page.server.ts'
import { knownToPartner } from './partner-may-know.server.ts'
import type { NamedCondition } from './reason-fields.tsx'
import { problemSentences } from './refusal-words.ts'
import { type ThreadEntry, threadOf } from './thread.server.ts'

export interface ProposedActor {
  readonly position: number
  /** The viewer is a partner she does not, or no longer, allow to know anything of her. */
  readonly withheld: boolean
  /** She left the proposal before anybody was referred; it goes on for the others. */
  readonly left: boolean
  /** Null after an erasure, and where withheld. */
  readonly id: string | null
  readonly code: string | null
  /** A link to her profile, where the viewer may read it. */
  readonly mayOpen: boolean
  /** Who she is, as far as she allows this viewer to know. */
  readonly identity: {
    readonly name: string | null
    readonly business: string | null
    readonly village: string | null
    /** For the partner she allows it, inside the referral; her district asks for it on her own page. */
    readonly phone: string | null
  } | null
  readonly needs: readonly string[]
  readonly lines: readonly TraceLine[]
  readonly partnerChecks: readonly string[]
  readonly outcome: 'helped' | 'not_helped' | null
  readonly outcomeReason: ProposalRow['end_reason']
  readonly outcomeText: string | null
}

export interface ProposalPage {
  readonly proposal: ProposalRow
  readonly offerName: string
  readonly partnerName: string
  readonly regencyName: string
  readonly actors: readonly ProposedActor[]
  readonly decided: { readonly on: string; readonly policy: string } | null
  readonly steps: readonly Step[]
  /** What stands in the way of sending a draft. */
  readonly problems: readonly string[]
  readonly conditions: readonly NamedCondition[]
  readonly thread: readonly ThreadEntry[]
  readonly files: readonly AttachmentRow[]
  readonly dueOn: string | null
  readonly daysLeft: number | null
  readonly placesLeft: number | null
  /** The partner has to confirm its places before it can accept, and may do it here. */
  readonly confirmPlaces: boolean
  readonly likelihood: Likelihood
  readonly isPartner: boolean
  readonly mayWrite: boolean
}

/** States in which a partner may know who she is: inside the referral alone. */
const REFERRED: readonly ProposalState[] = ['referred', 'in_progress', 'helped', 'not_helped']

/** A proposal with its thread, within the viewer's reach. @throws Response 401, 403 or 404. */
export async function loadProposalPage(
  context: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'now' | 'locale'>,
  id: string,
): Promise<ProposalPage> {
  const { db, viewer, today, locale } = context
  demand(viewer, 'proposals:read')
  const proposal = await getReachedProposal(db, viewer.scope, id)
  if (!proposal) throw notFound()
  const world = await matchWorld(db, today)
  const offer = world.offerById.get(proposal.offer_id)
  const rows = await findProposalActors(db, [id])
  const isDraft = proposal.state === 'draft'
  const check = isDraft
    ? await checkSending(db, {
        offerId: proposal.offer_id,
        actorIds: rows.flatMap((row) => row.actor_id ?? []),
        isGroup: proposal.is_group === 1,
        today,
        origin: proposal.origin,
        proposalId: id,
      })
    : null
  const decisions = await findDecisions(
    db,
    rows.flatMap((row) => row.decision_id ?? []),
  )
  const matchOf = (row: ProposalActorRow): Match | undefined =>
    (row.decision_id !== null ? decisions.get(row.decision_id)?.result : undefined) ??
    check?.actors.find((one) => one.row.id === row.actor_id)?.match
  const isPartner = viewer.role === 'partner'
  const known = isPartner ? await knownToPartner(db, proposal, rows, today) : null
  const actors: ProposedActor[] = []
  for (const row of rows) {
    const isKnown = known === null || row.actor_id === null || known.has(row.actor_id)
    actors.push(isKnown ? await proposedActor(context, proposal, row, matchOf(row), world.regionName) : withheld(row))
  }
  const readsWords = known === null || known.size > 0
  const [decision] = decisions.values()
  const owed = AWAITING_ANSWER.includes(proposal.state) && proposal.asked_on !== null
  const dueOn = owed ? answerDueOn(proposal.asked_on!, proposal.response_days) : null
  const steps = stepsFor(proposal.state, viewer.role, proposal.origin).filter(
    (step) => step !== 'see' && step !== 'not_helped',
  )
  return {
    proposal: readsWords ? proposal : { ...proposal, note: null, end_text: null },
    offerName: offer?.name ?? proposal.offer_id,
    partnerName: offer?.partnerName ?? proposal.partner_id,
    regencyName: world.regionName(proposal.regency_code),
    actors,
    decided: decision ? { on: decision.decidedOn, policy: decision.result.policyVersion } : null,
    steps,
    problems: check ? problemSentences(locale, check.problems, world.regionName) : [],
    conditions: conditionsOf(
      locale,
      rows.flatMap((row) => matchOf(row) ?? []),
    ),
    thread: (await threadOf(db, locale, id)).map((entry) => (readsWords ? entry : { ...entry, body: null })),
    files: readsWords ? await findAttachments(db, id) : [],
    dueOn,
    daysLeft: daysBetween(today, dueOn),
    placesLeft: offer ? placesLeft(offer) : null,
    confirmPlaces: proposal.confirm_capacity === 1 && steps.includes('accept') && can(viewer, 'offers:confirm'),
    likelihood: answerLikelihoods(await findAnswerHistory(db)).of(proposal.partner_id),
    isPartner,
    mayWrite: viewer.role !== 'province',
  }
}

/** The conditions that can be named when somebody turns out not to be eligible. */
export function conditionsOf(locale: Locale, matches: readonly Match[]): readonly NamedCondition[] {
  const found = new Map<string, string>()
  for (const match of matches)
    for (const { condition, text } of match.trace)
      if (isFactId(condition) && !found.has(condition))
        found.set(condition, text?.[locale] ?? termLabel(locale, 'fact', condition))
  return [...found].map(([id, label]) => ({ id, label }))
}

/** What a partner sees in place of somebody it may not know. */
function withheld({ position, outcome, left_on }: ProposalActorRow): ProposedActor {
  return {
    position,
    withheld: true,
    left: left_on !== null,
    id: null,
    code: null,
    mayOpen: false,
    identity: null,
    needs: [],
    lines: [],
    partnerChecks: [],
    outcome,
    outcomeReason: null,
    outcomeText: null,
  }
}

async function proposedActor(
  context: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'now' | 'locale'>,
  proposal: ProposalRow,
  row: ProposalActorRow,
  match: Match | undefined,
  region: (code: string) => string,
): Promise<ProposedActor> {
  const { db, viewer, today, locale } = context
  const isPartner = viewer.role === 'partner'
  const allowed: readonly ConsentField[] =
    isPartner && row.actor_id !== null
      ? allowedFields(await findReceipts(db, row.actor_id), {
          partnerId: proposal.partner_id,
          purpose: 'referral',
          on: today,
        })
      : []
  // why: a partner reads of her facts only what she allows it; whether a condition is met is the proposal itself
  const hidden = (line: TraceLine): TraceLine => (allowed.includes('readiness') ? line : { ...line, measure: null })
  const lines = match ? traceLines(locale, match.trace, region).map((line) => ({ ...line, ask: null })) : []
  return {
    position: row.position,
    withheld: false,
    left: row.left_on !== null,
    id: row.actor_id,
    code: row.actor_id === null ? null : actorCode(row.actor_id),
    mayOpen: row.actor_id !== null && can(viewer, 'actors:read'),
    identity: await identityOf(context, proposal, row, allowed),
    needs: (JSON.parse(row.needs) as string[]).map((need) => termLabel(locale, 'need', need)),
    lines: isPartner ? lines.map(hidden) : lines,
    partnerChecks: match ? partnerCheckTexts(locale, match.trace) : [],
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
    outcomeText: row.outcome_text,
  }
}

async function identityOf(
  context: Pick<RequestContext, 'db' | 'viewer' | 'now'>,
  proposal: ProposalRow,
  row: ProposalActorRow,
  allowed: readonly ConsentField[],
): Promise<ProposedActor['identity']> {
  const { db, viewer, now } = context
  if (row.actor_id === null) return null
  const isPartner = viewer.role === 'partner'
  if (isPartner && row.left_on !== null) return null
  if (isPartner ? !REFERRED.includes(proposal.state) || !allowed.includes('name') : !can(viewer, 'actors:identity'))
    return null
  const identity = await getActorIdentity(db, row.actor_id)
  if (!identity) return null
  await recordRead(
    db,
    { accountId: viewer.accountId, role: viewer.role },
    {
      at: now,
      action: 'actor:identity-read',
      subject: { type: 'actor', id: row.actor_id },
      partnerId: isPartner ? proposal.partner_id : null,
      because: 'proposal',
      detail: { proposal: proposal.id },
    },
  )
  const may = (field: ConsentField) => !isPartner || allowed.includes(field)
  return {
    name: identity.name,
    business: may('business_name') ? identity.businessName : null,
    village: may('village') ? ((await getActor(db, row.actor_id))?.village ?? null) : null,
    phone: isPartner && allowed.includes('phone') ? await phoneFor(context, proposal, row.actor_id) : null,
  }
}

async function phoneFor(
  context: Pick<RequestContext, 'db' | 'viewer' | 'now'>,
  proposal: ProposalRow,
  actorId: string,
): Promise<string | null> {
  const opened = await readHerPhone(context.db, actorId, {
    by: context.viewer,
    at: context.now,
    because: 'proposal',
    partnerId: proposal.partner_id,
    detail: { proposal: proposal.id },
  })
  return opened && 'phone' in opened ? spokenPhone(opened.phone) : null
}
