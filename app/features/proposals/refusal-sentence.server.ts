import type { FormError } from '#app/components/error-summary.tsx'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { accountNames } from './account-names.server.ts'
import { refusalErrors } from './refusal-words.ts'
import type { StepRefused } from './take-step.server.ts'

type Context = Pick<RequestContext, 'db' | 'locale' | 'today'>

/** A refused step as errors of a page, with the names of places and of who was faster. */
export async function errorsOfRefusal(
  { db, locale, today }: Context,
  refused: StepRefused,
): Promise<readonly FormError[]> {
  const names = await accountNames(db, refused.kind === 'conflict' ? [refused.accountId] : [])
  const { regionName } = await matchWorld(db, today)
  const nobody = messagesFor(locale).proposals.page.somebody
  return refusalErrors(locale, refused, { region: regionName, nameOf: (id) => names.get(id ?? '') ?? nobody })
}

/** The same as one sentence, where a page has one place for it. */
export async function refusalSentence(context: Context, refused: StepRefused): Promise<string> {
  return (await errorsOfRefusal(context, refused)).map((error) => error.message).join(' ')
}
