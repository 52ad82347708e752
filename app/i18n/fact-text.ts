import { FACT_KINDS, type FactId, type FactValue } from '#app/domain/values/facts.ts'
import { formatterFor } from './format.ts'
import type { Locale } from './locale.ts'
import { messagesFor } from './messages/index.ts'
import { type TermKind, termLabel } from './terms.ts'

const MEMBER_KINDS: { readonly [F in FactId]?: TermKind } = {
  permits: 'permit',
  credit_active: 'credit_kind',
  credit_past: 'credit_kind',
  product_form: 'product_form',
  ownership: 'ownership',
}

/** The label of one member of a set or choice fact. */
export function memberLabel(locale: Locale, fact: FactId, member: string): string {
  const kind = MEMBER_KINDS[fact]
  return kind ? termLabel(locale, kind, member) : member
}

/** The label without the note in brackets: "NIB" for "NIB (Nomor Induk Berusaha)". For the middle of a sentence. */
export function shortMemberLabel(locale: Locale, fact: FactId, member: string): string {
  return memberLabel(locale, fact, member).replace(/ \([^)]*\)/, '')
}

/** The threshold of a rule in words: sales as an amount, not as a band. */
export function thresholdText(locale: Locale, fact: FactId, value: FactValue): string {
  return fact === 'annual_sales_idr' ? formatterFor(locale).rupiah(Number(value)) : factValueText(locale, fact, value)
}

/** A recorded value of a fact in words; sales as "up to" their band. */
export function factValueText(locale: Locale, fact: FactId, value: FactValue): string {
  const t = messagesFor(locale).match.value
  const f = formatterFor(locale)
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      return value === true ? t.yes : t.no
    case 'integer': {
      const number = Number(value)
      if (fact === 'group_size') return number === 0 ? t.notInGroup : t.people(f.number(number))
      if (fact === 'operating_months') return t.months(f.number(number))
      return t.upTo(f.rupiah(number))
    }
    case 'set':
    case 'choice': {
      const members = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
      return members.length === 0 ? t.none : f.list(members.map((member) => shortMemberLabel(locale, fact, member)))
    }
  }
}
