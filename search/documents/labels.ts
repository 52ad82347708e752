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

/** The labels of vocabulary entries in both languages, so that either finds the document. */
export function labelsOf(kind: keyof typeof kinds, ids: readonly string[]): string[] {
  return ids.map((id) => labels[kind].get(id) ?? id)
}

/** Every sector but the one that stands for all. */
export const ALL_SECTORS = vocabulary.sectors.map((sector) => sector.id).filter((id) => id !== '*')
