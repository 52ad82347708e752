import type { FormError } from '#app/components/error-summary.tsx'
import { REASON_TEXT_LIMIT } from '#app/domain/loop/reasons.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { createProposal } from './create-proposal.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { demandOffice, readNewProposal } from './new-proposal-page.server.ts'
import { hideMatch, overrideProblem } from './overrides.server.ts'
import { isAddress, STEP_FIELDS } from './read-step.ts'
import { problemSentences } from './refusal-words.ts'
import { takeStep, WORDS_LIMIT } from './take-step.server.ts'

/** What was wrong, with what was typed. */
export interface NewProposalRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type NewProposalResult = { readonly next: string } | { readonly refusal: NewProposalRefusal }

const TYPED = ['catatan', 'surel', 'alasan_urutan', 'keterangan_urutan', 'alasan_sembunyi', 'keterangan_sembunyi']

/**
 * Keeps a draft, sends it at once, or hides the match. A proposal that cannot go out yet stays a draft, and its page says
 * what is missing.
 * @throws Response 400 for a form that is none of ours; 401, 403, 404.
 */
export async function actOnNewProposal(context: RequestContext, form: FormData): Promise<NewProposalResult> {
  demandOffice(context.viewer)
  const loop: LoopContext = { ...context, via: 'page' }
  const t = messagesFor(context.locale)
  const f = formatterFor(context.locale)
  const wanted = readNewProposal(form)
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const typed = Object.fromEntries(TYPED.map((name) => [name, text(name)]))
  const refuse = (errors: readonly FormError[]): NewProposalResult => ({ refusal: { errors, typed } })
  const intent = form.get('intent')
  if (intent === 'hide') {
    const reason = { reason: text('alasan_sembunyi'), text: text('keterangan_sembunyi') }
    const actorId = wanted.actorIds[0] ?? ''
    const problem = await hideMatch(loop, { actorId, offerId: wanted.offerId, reason })
    if (problem === 'reason') return refuse([{ field: 'alasan_sembunyi', message: t.overrides.form.reasonProblem }])
    if (problem)
      return refuse([
        { field: 'keterangan_sembunyi', message: t.overrides.form.textProblem(f.number(REASON_TEXT_LIMIT)) },
      ])
    return { next: paths.actor(actorId) }
  }
  if (intent !== 'draft' && intent !== 'send') throw badRequest()
  const errors: FormError[] = []
  const note = text('catatan')
  const address = text(STEP_FIELDS.address)
  if (note.length > WORDS_LIMIT)
    errors.push({ field: 'catatan', message: t.proposals.fresh.noteProblem(f.number(WORDS_LIMIT)) })
  if (address && !isAddress(address))
    errors.push({ field: STEP_FIELDS.address, message: t.proposals.fresh.addressProblem })
  const reason = { reason: text('alasan_urutan'), text: text('keterangan_urutan') }
  if (errors.length > 0) return refuse(errors)
  const created = await createProposal(loop, {
    ...wanted,
    note: note || null,
    ...(overrideProblem(reason) === null ? { override: reason } : {}),
  })
  if (!created.ok) {
    if (created.why === 'against')
      return refuse([
        overrideProblem(reason) === 'text'
          ? { field: 'keterangan_urutan', message: t.overrides.form.textProblem(f.number(REASON_TEXT_LIMIT)) }
          : { field: 'alasan_urutan', message: t.overrides.form.reasonProblem },
      ])
    const { regionName } = await matchWorld(context.db, context.today)
    return refuse(
      problemSentences(context.locale, created.problems, regionName).map((message) => ({ field: 'pelaku', message })),
    )
  }
  if (intent === 'send') {
    const sent = await takeStep(loop, created.id, { step: 'send', ...(address ? { address } : {}) })
    if (!sent.ok) return { next: paths.proposal(created.id, { belum: '1' }) }
  }
  return { next: paths.proposal(created.id) }
}
