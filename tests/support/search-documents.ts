import { demoActor } from '#db/seed/demo-actor.ts'
import { createDemoWorld } from '#db/seed/demo-world.ts'
import { actorDocument } from '#search/documents/actor-document.ts'
import type { SearchDocument } from '#search/engine.ts'
import { offerDocuments } from '#tests/support/offer-documents.ts'

const world = createDemoWorld('2026-11-24')

/** Documents of invented actors, the same for the same numbers. */
export function actorDocuments(count: number, first = 1): SearchDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const { profile, products } = demoActor(first + at, 7, world)
    return actorDocument({ ...profile, products })
  })
}

export { offerDocuments }
