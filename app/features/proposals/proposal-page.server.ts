import { can } from '#app/domain/access/permissions.ts'
import { answerLikelihoods } from '#app/domain/loop/likelihood.ts'
import { placesLeft } from '#app/domain/loop/sending.ts'
import { type Step, stepsFor } from '#app/domain/loop/transitions.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { daysBetween } from '#app/domain/values/day.ts'
import { isFactId } from '#app/domain/values/facts.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { termLabel } from '#app/i18n/terms.ts'
import { findAttachments } from '#db/queries/attachments.ts'
import { findAnswerHistory } from '#db/queries/loop-record.ts'
import type { AttachmentRow } from '#db/schema/proposal.ts'
import type { Likelihood } from './new-proposal-page.server.ts'
import { unseenText } from './paper-actor.ts'
import {
  type ProposalContext,
  type ProposalInView,
  type ProposalPaper,
  proposalInView,
  type ShownProposal,
} from './proposal-in-view.server.ts'
import { type ProposedActor, proposedActor } from './proposed-actor.server.ts'
import type { NamedCondition } from './reason-fields.tsx'
import { recordProposalReading } from './record-proposal-reading.server.ts'
import { problemSentences } from './refusal-words.ts'
import { type ThreadEntry, threadOf } from './thread.server.ts'

export interface ProposalPage {
  readonly proposal: ShownProposal
  readonly offerName: string
  readonly partnerName: string
  /** Null for a partner that may not know the place of everybody in it. */
  readonly regencyName: string | null
  readonly actors: readonly ProposedActor[]
  readonly decided: ProposalPaper['decided']
  readonly steps: readonly Step[]
  /** What stands in the way of sending a draft. */
  readonly problems: readonly string[]
  /** Of a draft: what the partner will not read of each actor, because she does not allow it. */
  readonly unseen: readonly string[]
  readonly conditions: readonly NamedCondition[]
  readonly thread: readonly ThreadEntry[]
  readonly files: readonly Pick<AttachmentRow, 'id' | 'name' | 'bytes'>[]
  readonly dueOn: string | null
  readonly daysLeft: number | null
  readonly placesLeft: number | null
  /** The partner has to confirm its places before it can accept, and may do it here. */
  readonly confirmPlaces: boolean
  readonly likelihood: Likelihood
  readonly isPartner: boolean
  readonly mayWrite: boolean
  /** What may go to the partner as a message. */
  readonly paper: ProposalPaper
}

/**
 * A proposal with its thread, within the viewer's reach; what it tells of each actor is recorded as read.
 * @throws Response 401, 403 or 404.
 */
export async function loadProposalPage(context: ProposalContext, id: string): Promise<ProposalPage> {
  const { db, viewer, today, locale } = context
  const view = await proposalInView(context, id)
  const { row, world, check, sight, paper } = view
  const isPartner = viewer.role === 'partner'
  const seen = []
  for (const one of view.rows) seen.push(await proposedActor(context, view, one))
  await recordProposalReading(
    context,
    { proposal: id },
    seen.flatMap(({ reading }) => reading ?? []),
  )
  const { words } = sight
  const acts = viewer.role !== 'companion' || words
  const steps = acts
    ? stepsFor(row.state, viewer.role, row.origin).filter((step) => step !== 'see' && step !== 'not_helped')
    : []
  const offer = world.offerById.get(row.offer_id)
  return {
    proposal: shownOf(view),
    offerName: paper.offerName,
    partnerName: paper.partnerName,
    regencyName: isPartner ? paper.regencyName : world.regionName(row.regency_code),
    actors: seen.map(({ actor }) => actor),
    decided: paper.decided,
    steps,
    problems: check && !isPartner ? problemSentences(locale, problemsOf(view), world.regionName) : [],
    unseen: isPartner ? [] : unseenOf(locale, view),
    conditions: conditionsOf(
      locale,
      view.rows.flatMap((one) => view.matchOf(one) ?? []),
    ),
    thread: (await threadOf(db, locale, id)).map((entry) => (words ? entry : { ...entry, body: null })),
    files: words ? (await findAttachments(db, id)).map(({ id: file, name, bytes }) => ({ id: file, name, bytes })) : [],
    dueOn: paper.dueOn,
    daysLeft: daysBetween(today, paper.dueOn),
    placesLeft: offer ? placesLeft(offer) : null,
    confirmPlaces: row.confirm_capacity === 1 && steps.includes('accept') && can(viewer, 'offers:confirm'),
    likelihood: answerLikelihoods(await findAnswerHistory(db)).of(row.partner_id),
    isPartner,
    mayWrite: viewer.role !== 'province' && acts,
    paper,
  }
}

function shownOf({ row, sight }: ProposalInView): ShownProposal {
  const { id, origin, state, is_demo, offer_id, sent_on, referred_on, policy_version } = row
  const note = sight.words ? row.note : null
  return { id, origin, state, is_demo, offer_id, sent_on, referred_on, policy_version, note }
}

function problemsOf({ check, sight }: ProposalInView) {
  return (check?.problems ?? []).filter(({ actorId }) => actorId === null || sight.known.has(actorId) || sight.words)
}

function unseenOf(locale: Locale, { check, fields, sight }: ProposalInView): readonly string[] {
  return (check?.actors ?? []).flatMap(({ row, match, needs }) => {
    const allowed = sight.known.has(row.id) ? fields.get(row.id) : undefined
    return (allowed && unseenText(locale, { code: actorCode(row.id), match, needs }, allowed)) ?? []
  })
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
