import { isFactId } from '#app/domain/values/facts.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import type { Refusal } from './actor-view.tsx'
import { answerFact, undoAnswer } from './answer-fact.server.ts'
import { ASK_PLACE, FACTS_PLACE } from './answer-place.ts'
import { factLabel } from './fact-lines.ts'
import { readAnswer } from './read-answer.ts'

/** Where to go next, or what was wrong. */
export type ActorActionResult = { readonly next: string } | { readonly refusal: Refusal; readonly status: 400 | 409 }

type Context = Pick<RequestContext, 'db' | 'locale' | 'today' | 'now' | 'viewer'>

const changed = (actorId: string, changeId: string): ActorActionResult => ({
  next: `${paths.actor(actorId, { perubahan: changeId })}#perubahan`,
})

/**
 * Carries out a form of the profile: `answer` stores a fact, `undo` takes an answer back. When somebody else answered the
 * same fact meanwhile, nothing is stored and both values are shown (409).
 * @throws Response 401 or 403 for who may not answer, 404 for an actor unknown or outside the viewer's scope, 400 for a
 * form that is none of ours.
 */
export async function actOnActor(context: Context, actorId: string, form: FormData): Promise<ActorActionResult> {
  demand(context.viewer, 'actors:answer')
  const intent = form.get('intent')
  if (intent === 'answer') return storeAnswer(context, actorId, form)
  if (intent === 'undo') return takeBack(context, actorId, String(form.get('change')))
  throw badRequest()
}

async function storeAnswer(context: Context, actorId: string, form: FormData): Promise<ActorActionResult> {
  const fact = String(form.get('fact'))
  const seen = form.get('version')
  if (!isFactId(fact) || typeof seen !== 'string' || seen === '') throw badRequest()
  const values = form.getAll('value').filter((value): value is string => typeof value === 'string')
  const read = readAnswer(fact, values)
  if (!read.ok) {
    const t = messagesFor(context.locale).actors.answer.problems
    const message = t[read.problem](factLabel(context.locale, fact))
    const place = form.get('place') === ASK_PLACE ? ASK_PLACE : FACTS_PLACE
    return { refusal: { answer: { fact, place, message, values }, undo: null, conflict: null }, status: 400 }
  }
  const { db, now, today, viewer } = context
  const stored = await answerFact(db, {
    scope: viewer.scope,
    by: viewer,
    actorId,
    fact,
    value: read.value,
    seen,
    now,
    today,
  })
  if (stored.ok) return changed(actorId, stored.changeId)
  if (stored.reason !== 'changed_since') throw notFound()
  const { stored: theirs, changedAt, version } = stored
  const conflict = { fact, values, mine: read.value, stored: theirs, changedAt, version }
  return { refusal: { answer: null, undo: null, conflict }, status: 409 }
}

async function takeBack(context: Context, actorId: string, changeId: string): Promise<ActorActionResult> {
  const { db, now, today, viewer } = context
  const undone = await undoAnswer(db, { scope: viewer.scope, by: viewer, actorId, changeId, now, today })
  if (undone.ok) return changed(actorId, undone.changeId)
  if (undone.reason === 'answered_since') {
    const undo = messagesFor(context.locale).actors.answer.undoProblem
    return { refusal: { answer: null, undo, conflict: null }, status: 400 }
  }
  throw notFound()
}
