import { type ActorProfile, CLUSTER_IDS, type ClusterId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import {
  FACT_IDS,
  FACT_KINDS,
  FACT_VALUES,
  type FactId,
  type Facts,
  type FactValue,
  isFactId,
} from '#app/domain/values/facts.ts'
import type { Messages } from '#app/i18n/messages/index.ts'
import { termIds } from '#app/i18n/terms.ts'

type Texts = Messages['match']['input']

/** A description that cannot be used; the message names the field and the mend. */
export class DescriptionError extends Error {}

const FIELDS = ['id', 'regency', 'village', 'sectors', 'cluster', 'needs', 'facts']

function listOf(value: unknown, field: string, allowed: readonly string[], t: Texts): readonly string[] | null {
  if (value === undefined || value === null) return null
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    throw new DescriptionError(t.notAList(field))
  const seen = new Set<string>()
  for (const item of value as string[]) {
    if (!allowed.includes(item)) throw new DescriptionError(t.notInVocabulary(field, item, allowed.join(', ')))
    if (seen.has(item)) throw new DescriptionError(t.twice(field, item))
    seen.add(item)
  }
  return value as string[]
}

function factValue(fact: FactId, value: unknown, t: Texts): FactValue | null {
  const field = `facts.${fact}`
  if (value === null || value === undefined) return null
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      if (typeof value !== 'boolean') throw new DescriptionError(t.notBoolean(field))
      return value
    case 'integer':
      if (!Number.isSafeInteger(value) || (value as number) < 0) throw new DescriptionError(t.notWhole(field))
      return value as number
    case 'set':
      return listOf(value, field, FACT_VALUES[fact]!, t)
    case 'choice':
      if (typeof value !== 'string' || !FACT_VALUES[fact]!.includes(value))
        throw new DescriptionError(t.notInVocabulary(field, String(value), FACT_VALUES[fact]!.join(', ')))
      return value
  }
}

function factsOf(value: unknown, t: Texts): Facts {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new DescriptionError(t.notAnObject())
  const facts: { [F in FactId]?: FactValue | null } = {}
  for (const [key, item] of Object.entries(value)) {
    // why: what only the partner checks is never recorded about a woman
    if (key === 'partner_checked') continue
    if (!isFactId(key)) throw new DescriptionError(t.unknownFact(key, FACT_IDS.join(', ')))
    facts[key] = factValue(key, item, t)
  }
  return facts
}

/**
 * Reads {regency, sectors, cluster, needs, facts} in the ids of the vocabulary; what is missing or null is unknown.
 * `resolveRegency` turns the text of a regency into its code and throws DescriptionError where it cannot.
 * @throws DescriptionError naming the field and the mend.
 */
export function readActorDescription(
  value: unknown,
  t: Texts,
  today: Day,
  resolveRegency: (text: string) => string,
): ActorProfile {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DescriptionError(t.notAnObject())
  const input = value as Record<string, unknown>
  for (const field of Object.keys(input)) if (!FIELDS.includes(field)) throw new DescriptionError(t.unknownField(field))
  const cluster = input.cluster ?? null
  if (cluster !== null && !CLUSTER_IDS.includes(cluster as ClusterId))
    throw new DescriptionError(t.notInVocabulary('cluster', String(cluster), CLUSTER_IDS.join(', ')))
  const regency = input.regency ?? null
  return {
    id: typeof input.id === 'string' ? input.id : '',
    regency: regency === null || regency === '' ? null : resolveRegency(String(regency)),
    village: typeof input.village === 'string' ? input.village : null,
    sectors: listOf(
      input.sectors,
      'sectors',
      termIds('sector').filter((id) => id !== '*'),
      t,
    ),
    cluster: cluster as ClusterId | null,
    needs: listOf(input.needs, 'needs', termIds('need'), t),
    facts: factsOf(input.facts, t),
    factsAsOf: today,
  }
}
