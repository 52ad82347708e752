import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }
import type { Locale } from './locale.ts'

/** The kinds of words the vocabulary labels. */
export type TermKind =
  | 'need'
  | 'sector'
  | 'cluster'
  | 'permit'
  | 'tie'
  | 'partner_type'
  | 'product_form'
  | 'credit_kind'
  | 'ownership'
  | 'programme_status'
  | 'capacity_unit'
  | 'confidence'
  | 'fact'
  | 'service_type'

interface Term {
  readonly id: string
  readonly id_label: string
  readonly en_label: string
}

const sources: Record<TermKind, readonly Term[]> = {
  need: vocabulary.needs,
  sector: vocabulary.sectors,
  cluster: vocabulary.clusters,
  permit: vocabulary.permits,
  tie: vocabulary.ties,
  partner_type: vocabulary.partner_types,
  product_form: vocabulary.product_forms,
  credit_kind: vocabulary.credit_kinds,
  ownership: vocabulary.ownership,
  programme_status: vocabulary.programme_status,
  capacity_unit: vocabulary.capacity_units,
  confidence: vocabulary.confidence,
  fact: vocabulary.facts,
  service_type: vocabulary.service_types,
}

const byId = Object.fromEntries(
  Object.entries(sources).map(([kind, terms]) => [kind, new Map(terms.map((term) => [term.id, term]))]),
) as Record<TermKind, Map<string, Term>>

/** The label of a vocabulary entry in the reader's language; the id itself where the vocabulary has no such entry. */
export function termLabel(locale: Locale, kind: TermKind, id: string): string {
  const term = byId[kind].get(id)
  if (!term) return id
  return locale === 'id' ? term.id_label : term.en_label
}

/** All ids of a kind, in the order of the vocabulary. */
export function termIds(kind: TermKind): readonly string[] {
  return sources[kind].map((term) => term.id)
}
