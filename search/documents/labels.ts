import vocabulary from '#db/reference/data/vocabulary.json' with { type: 'json' }

interface Term {
  readonly id: string
  readonly id_label: string
  readonly en_label: string
}

const kinds = {
  need: vocabulary.needs,
  sector: vocabulary.sectors,
  cluster: vocabulary.clusters,
  permit: vocabulary.permits,
  tie: vocabulary.ties,
  partner_type: vocabulary.partner_types,
} satisfies Record<string, readonly Term[]>

const labels = Object.fromEntries(
  Object.entries(kinds).map(([kind, terms]) => [
    kind,
    new Map(terms.map((term: Term) => [term.id, `${term.id_label}, ${term.en_label}`])),
  ]),
) as Record<keyof typeof kinds, Map<string, string>>

export type LabelledKind = keyof typeof kinds

export function isLabelled(kind: string): kind is LabelledKind {
  return Object.hasOwn(kinds, kind)
}

/** The labels of vocabulary entries in both languages, so that either finds the document; `other` for unknown ids. */
export function labelsOf(kind: LabelledKind, ids: readonly string[], other?: string): string[] {
  return ids.map((id) => labels[kind].get(id) ?? other ?? id)
}

/** Every sector but the one that stands for all. */
export const ALL_SECTORS = vocabulary.sectors.map((sector) => sector.id).filter((id) => id !== '*')
