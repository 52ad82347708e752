import type { Concern } from '#app/domain/board/concerned-actors.ts'
import type { OneChange } from '#app/domain/board/unlock-finder.ts'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { FACT_KINDS, FACT_VALUES, type FactId, type FactValue, isFactId } from '#app/domain/values/facts.ts'
import { termIds } from '#app/i18n/terms.ts'
import type { QueryValues } from '#app/lib/paths.ts'
import type { BoardFilter } from './board-request.ts'

/** The filter in a query string; what is not understood is passed over. */
export function readFilter(query: URLSearchParams): BoardFilter {
  const need = query.get('kebutuhan')
  return {
    cluster: CLUSTER_IDS.find((cluster) => cluster === query.get('klaster')) ?? null,
    need: need !== null && termIds('need').includes(need) ? need : null,
  }
}

export function filterQuery(filter: BoardFilter): QueryValues {
  return { klaster: filter.cluster, kebutuhan: filter.need }
}

/** A question or a change in a query string: `tanya=internet`, or `buka=permits&nilai=nib,halal`. */
export function concernQuery(concern: Concern): QueryValues {
  if ('ask' in concern) return { tanya: concern.ask }
  const { fact, to } = concern.change
  return { buka: fact, nilai: Array.isArray(to) ? to.join(',') : String(to) }
}

function readValue(fact: FactId, text: string): FactValue | null {
  const values = FACT_VALUES[fact] ?? []
  switch (FACT_KINDS[fact]) {
    case 'boolean':
      return text === 'true' ? true : null
    case 'integer':
      return /^\d{1,12}$/.test(text) ? Number(text) : null
    case 'choice':
      return values.includes(text) ? text : null
    case 'set': {
      const members = text.split(',')
      return members.every((member) => values.includes(member)) ? members : null
    }
  }
}

/** The question or change a query string names, or null. */
export function readConcern(query: URLSearchParams): Concern | null {
  const ask = query.get('tanya')
  if (ask !== null) return isFactId(ask) ? { ask } : null
  const fact = query.get('buka') ?? ''
  if (!isFactId(fact)) return null
  const to = readValue(fact, query.get('nilai') ?? '')
  return to === null ? null : { change: { fact, to } satisfies OneChange }
}
