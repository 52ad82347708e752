import type { Finding } from '#app/domain/eligibility/finding.ts'
import type { Change } from '#app/domain/eligibility/nearest-change.ts'
import { FACT_KINDS, isFactId } from '#app/domain/values/facts.ts'
import { factValueText, shortMemberLabel, thresholdText } from './fact-text.ts'
import { formatterFor } from './format.ts'
import type { Locale } from './locale.ts'
import { messagesFor } from './messages/index.ts'
import { termLabel } from './terms.ts'

/** The name of a region code, "Kab. Kendal" for "33.24". */
export type RegionName = (code: string) => string

export interface FindingText {
  readonly sentence: string
  /** The recorded value against the threshold, for rules about facts; null where the sentence says all. */
  readonly measure: string | null
}

const asList = (value: Finding['actual']): readonly string[] =>
  value === null ? [] : Array.isArray(value) ? (value as readonly string[]) : [String(value)]

function structuralWords(locale: Locale, finding: Finding, region: RegionName): (value: Finding['actual']) => string {
  const f = formatterFor(locale)
  const t = messagesFor(locale).match.value
  switch (finding.condition) {
    case 'region':
      return (value) => f.list(asList(value).map(region))
    case 'cluster':
      return (value) => f.list(asList(value))
    // why: these labels hold an "and" of their own, so a last "and" between them would mislead
    case 'sector':
    case 'need': {
      const kind = finding.condition
      return (value) =>
        asList(value)
          .map((id) => termLabel(locale, kind, id))
          .join(', ')
    }
    case 'capacity':
      return (value) => t.places(f.number(Number(value ?? 0)))
    case 'window':
      return (value) => {
        const [opens, closes] = asList(value)
        if (opens && closes) return t.between(f.day(opens), f.day(closes))
        return opens ? t.from(f.day(opens)) : closes ? t.until(f.day(closes)) : ''
      }
    default:
      return (value) => asList(value).join(', ')
  }
}

/** One line of a trace as a sentence in the reader's language; the partner's own wording for its own rules. */
export function findingText(locale: Locale, finding: Finding, region: RegionName): FindingText {
  const t = messagesFor(locale).match
  const rule = finding.text?.[locale] ?? ''
  if (isFactId(finding.condition) && finding.op) {
    const { condition, op, actual } = finding
    const sentence = t.finding[finding.code]({ actual: '', threshold: '', shared: '', rule })
    // why: the rule already says yes or no
    if (FACT_KINDS[condition] === 'boolean')
      return { sentence, measure: actual === null ? t.measure.notRecorded : null }
    const threshold = t.threshold[op](thresholdText(locale, condition, finding.threshold!))
    const measure =
      actual === null
        ? t.measure.unknown(threshold)
        : t.measure.both(factValueText(locale, condition, actual), threshold)
    return { sentence, measure }
  }
  const words = structuralWords(locale, finding, region)
  const shared = asList(finding.actual).filter((member) => asList(finding.threshold).includes(member))
  const sentence = t.finding[finding.code]({
    actual: finding.actual === null ? '' : words(finding.actual),
    threshold: finding.threshold === null ? '' : words(finding.threshold),
    shared: shared.length > 0 ? words(shared) : '',
    rule,
  })
  return { sentence, measure: null }
}

/** A change as advice, without a full stop: "urus NIB". */
export function changeText(locale: Locale, change: Change): string {
  const t = messagesFor(locale).match.change
  const f = formatterFor(locale)
  const { fact, from, to } = change
  if (fact === 'permits') {
    const held = asList(from)
    const added = asList(to).filter((permit) => !held.includes(permit))
    return t.addPermits(f.list(added.map((permit) => shortMemberLabel(locale, fact, permit))))
  }
  if (fact === 'group_size') {
    const now = typeof from === 'number' ? from : 0
    if (Number(to) < now) return t.smallerGroup(f.number(Number(to)))
    return now === 0 ? t.joinGroup(f.number(Number(to))) : t.addMembers(f.number(Number(to) - now))
  }
  if (fact === 'product_form') return t.product_form(shortMemberLabel(locale, fact, String(to)))
  const plain = t[fact as keyof typeof t]
  return typeof plain === 'string' ? plain : `${termLabel(locale, 'fact', fact)}: ${factValueText(locale, fact, to)}`
}

/** Several changes as one sentence part: "urus NIB dan tambah 2 anggota kelompok". */
export function changesText(locale: Locale, changes: readonly Change[]): string {
  return formatterFor(locale).list(changes.map((change) => changeText(locale, change)))
}
