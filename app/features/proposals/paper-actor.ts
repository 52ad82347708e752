import { fieldOfCondition } from '#app/domain/consent/field-of-condition.ts'
import { CONSENT_FIELDS, type ConsentField } from '#app/domain/consent/receipt.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { partnerCheckTexts, type TraceLine, traceLines } from '#app/features/matches/match-view.ts'
import type { RegionName } from '#app/i18n/finding-text.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { ProposalActorRow } from '#db/schema/proposal.ts'

/** An actor of a proposal as its partner reads of her, on its page and on every paper that goes to it. */
export interface PaperActor {
  readonly position: number
  /** She does not, or no longer, allow the partner to know anything of her; or she is not the viewer's to read of. */
  readonly withheld: boolean
  /** She left the proposal before anybody was referred; it goes on for the others. */
  readonly left: boolean
  /** The code the partner knows her by; null after an erasure and where withheld. */
  readonly code: string | null
  readonly needs: readonly string[]
  readonly lines: readonly TraceLine[]
  /** Some conditions are left out because she does not allow what they would tell. */
  readonly leftOut: boolean
  readonly partnerChecks: readonly string[]
}

/** In what words her trace and her needs are written. */
export interface Wording {
  readonly locale: Locale
  readonly region: RegionName
}

export const needTexts = (locale: Locale, row: Pick<ProposalActorRow, 'needs'>): readonly string[] =>
  (JSON.parse(row.needs) as string[]).map((need) => termLabel(locale, 'need', need))

/** The lines of a trace; with `fields`, those that tell nothing but these. Questions are asked on her own page. */
export function linesOf(
  { locale, region }: Wording,
  match: Pick<Match, 'trace'> | undefined,
  fields?: readonly ConsentField[],
): readonly TraceLine[] {
  const trace = (match?.trace ?? []).filter(({ condition }) => {
    const field = fieldOfCondition(condition)
    return fields === undefined || field === null || fields.includes(field)
  })
  return traceLines(locale, trace, region).map((line) => ({ ...line, ask: null }))
}

/** Somebody of whom nothing is told: only that she is, or was, in the proposal. */
export const silentActor = (row: Pick<ProposalActorRow, 'position' | 'left_on'>, withheld: boolean): PaperActor => ({
  position: row.position,
  withheld,
  left: row.left_on !== null,
  code: null,
  needs: [],
  lines: [],
  leftOut: false,
  partnerChecks: [],
})

/** Her part of the paper, of the fields she allows. */
export function paperActor(
  wording: Wording,
  row: Pick<ProposalActorRow, 'position' | 'needs' | 'left_on'>,
  match: Pick<Match, 'trace'> | undefined,
  told: { readonly code: string; readonly fields: readonly ConsentField[] },
): PaperActor {
  const lines = linesOf(wording, match, told.fields)
  return {
    position: row.position,
    withheld: false,
    left: row.left_on !== null,
    code: told.code,
    needs: told.fields.includes('needs') ? needTexts(wording.locale, row) : [],
    lines,
    leftOut: lines.length < linesOf(wording, match).length,
    partnerChecks: partnerCheckTexts(wording.locale, match?.trace ?? []),
  }
}

/** Fields the partner would read in a proposal of hers if she allowed it, but will not, in words; null where it reads all. */
export function unseenText(
  locale: Locale,
  one: { readonly code: string; readonly match: Pick<Match, 'trace'>; readonly needs: readonly string[] },
  allowed: readonly ConsentField[],
): string | null {
  const told = new Set<ConsentField | null>(one.match.trace.map(({ condition }) => fieldOfCondition(condition)))
  for (const field of ['place', 'name', ...(one.needs.length > 0 ? (['needs'] as const) : [])] as const) told.add(field)
  const unseen = CONSENT_FIELDS.filter((field) => told.has(field) && !allowed.includes(field))
  const { proposals, consents } = messagesFor(locale)
  const names = formatterFor(locale).list(unseen.map((field) => consents.fields[field]))
  return unseen.length === 0 ? null : proposals.fresh.unseen(one.code, names)
}
