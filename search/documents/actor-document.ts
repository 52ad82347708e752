import type { ActorProfile } from '#app/domain/values/actor.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { FACT_IDS, FACT_KINDS } from '#app/domain/values/facts.ts'
import type { SearchDocument } from '../engine.ts'
import { handleOf } from '../text/handle.ts'
import { dateNumber, freshness } from './day-number.ts'
import { tieBreak } from './sort-keys.ts'
import { withoutPersonalData } from './without-personal-data.ts'

/**
 * What search reads of an actor. The village, the amounts and everything that names her stay out by construction: this type
 * has no place for a name, and of her facts only yes-or-no ones and permits are read.
 */
export interface ActorSource
  extends Pick<ActorProfile, 'id' | 'regency' | 'sectors' | 'cluster' | 'needs' | 'facts' | 'factsAsOf'> {
  readonly products: string | null
}

const CAPABILITIES = FACT_IDS.filter((fact) => FACT_KINDS[fact] === 'boolean')

export function actorDocument(actor: ActorSource): SearchDocument {
  const permits = listOf(actor.facts.permits)
  return {
    id: actor.id,
    handle: handleOf(actorCode(actor.id)),
    text: { products: withoutPersonalData(actor.products ?? '') },
    facets: {
      need: actor.needs ?? ['unknown'],
      sector: actor.sectors ?? ['unknown'],
      province: actor.regency === null ? ['unknown'] : [provinceOf(actor.regency)],
      regency: actor.regency === null ? ['unknown'] : [actor.regency],
      cluster: [actor.cluster ?? 'unknown'],
      permit: actor.facts.permits === undefined || actor.facts.permits === null ? ['unknown'] : permits,
      capability: CAPABILITIES.filter((fact) => actor.facts[fact] === true),
      freshness: [freshness(actor.factsAsOf)],
    },
    sort: { as_of: dateNumber(actor.factsAsOf), tie: tieBreak(actor.id) },
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
