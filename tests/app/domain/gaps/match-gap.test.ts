import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { createAxes } from '#app/domain/engine/axes.ts'
import { columnsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import { countExtensions, extendOffer, missingParts, servedMasks } from '#app/domain/gaps/count-extensions.ts'
import type { PlaceState } from '#app/domain/gaps/count-gaps.ts'
import { closingMatch, type GapKey, isGone, serviceOfGaps } from '#app/domain/gaps/match-gap.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { toProfile } from '#db/queries/actors.ts'
import { demoDb } from '#tests/support/demo-db.ts'
import { exampleActor, exampleContext, exampleOffer } from '#tests/support/example.ts'

const TODAY = '2026-11-24'

async function country(actors: number) {
  const client = await demoDb(actors)
  const world = await matchWorld(client.db, TODAY)
  const profiles = (await client.db.selectFrom('actor').selectAll().execute()).map(toProfile)
  const offers = world.offers
    .filter((offer) => offer.status !== 'historical')
    .map((offer) => ({ ...offer, capacity: { slots: null, taken: 0, unit: null, asOf: null } }))
  const kinds: readonly PlaceState[] = ['open', 'unconfirmed', 'full']
  const places = new Map(offers.map((offer, at) => [offer.id, kinds[at % 3]!]))
  const { columns, sorted } = columnsOf(world.axes, profiles)
  return { world, offers, places, columns, actors: sorted }
}

const insideOf = (key: GapKey) => (actor: ReturnType<typeof exampleActor>) =>
  (key.region === null || actor.regency === key.region || actor.regency?.startsWith(`${key.region}.`)) &&
  (key.cluster === null || actor.cluster === key.cluster) &&
  (key.sector === null || actor.sectors?.includes(key.sector)) === true

test('who serves a gap, and what an extension would serve, is what a naive loop over all pairs finds', async () => {
  const { world, offers, places, columns, actors } = await country(250)
  const { policy } = world.context
  const serves = (offer: (typeof offers)[number], actor: (typeof actors)[number], need: string) =>
    offer.needs.includes(need) && evaluateEligibility(actor, offer, TODAY, policy).verdict === 'eligible'
  const openTo = (actor: (typeof actors)[number], need: string) =>
    offers.filter((offer) => places.get(offer.id) === 'open' && serves(offer, actor, need)).map(({ id }) => id)
  const keys: readonly GapKey[] = [
    { region: null, cluster: null, sector: null, need: 'capital' },
    { region: '33', cluster: null, sector: null, need: 'training' },
    { region: '33', cluster: 'IR1', sector: null, need: 'capital' },
    { region: null, cluster: 'IR2', sector: 'food_snack', need: 'market_online' },
  ]
  const known = offers.find((offer) => places.get(offer.id) === 'open')!.id
  const [before, servedBefore] = [{ [known]: 2 }, 3]
  const compiled = compileOffers(world.context, world.axes, offers)
  const asked = keys.map((key) => ({ key, before, servedBefore, notedAt: '2026-11-24T00:00:00Z' }))
  const found = serviceOfGaps(compiled, columns, places, new Map(), asked)
  const served = servedMasks(compiled, columns, places, new Map())
  let total = 0
  for (const [at, key] of keys.entries()) {
    const cell = actors.filter((actor) => insideOf(key)(actor) && actor.needs?.includes(key.need))
    const lists = cell.map((actor) => openTo(actor, key.need))
    const count = (which: readonly string[][]) => {
      const counts: Record<string, number> = {}
      for (const id of which.flat()) counts[id] = (counts[id] ?? 0) + 1
      return counts
    }
    const servedNow = lists.filter((list) => list.length > 0).length
    const more = Math.min((count(lists)[known] ?? 0) - 2, servedNow - servedBefore)
    expect(found[at]).toEqual({
      wanted: cell.length,
      unserved: lists.filter((list) => list.length === 0).length,
      servers: count(lists),
      newcomers: count(lists.filter((list) => !list.includes(known))),
      grown: more > 0 ? { [known]: more } : {},
    })
    total += cell.length

    const regencies = world.axes.regencies.filter(
      (code) => key.region === null || code.startsWith(`${key.region}.`) || code === key.region,
    )
    const candidates = offers.filter(
      (offer) => offer.needs.includes(key.need) && missingParts(offer, regencies, key).length > 0,
    )
    const extended = candidates.map((offer) => extendOffer(offer, key))
    const inRegion = columnsOf(world.axes, actors.filter(insideOf({ ...key, cluster: null, sector: null }))).columns
    const counts = countExtensions(
      compileOffers(world.context, world.axes, extended),
      inRegion,
      key.region === null ? served : servedMasks(compiled, inRegion, places, new Map()),
      key,
    )
    for (const offer of extended) {
      const won = actors
        .filter(insideOf(key))
        .map((actor) =>
          (actor.needs ?? []).filter((need) => serves(offer, actor, need) && openTo(actor, need).length === 0),
        )
      expect(counts.get(offer.id)).toEqual({
        needs: won.flat().length,
        actors: won.filter((needs) => needs.length > 0).length,
        ofNeed: won.filter((needs) => needs.includes(key.need)).length,
      })
    }
  }
  expect(total).toBeGreaterThan(0)
})

const KENDAL: GapKey = { region: '33.24', cluster: null, sector: null, need: 'capital' }

function matchOf(input: {
  offers: Parameters<typeof exampleOffer>[0][]
  before?: Record<string, number>
  places?: Record<string, PlaceState>
  joined?: string
}) {
  const offers = input.offers.map((offer) => exampleOffer(offer))
  const axes = createAxes({ needs: ['capital', 'halal'], sectors: ['food_snack'], regencies: ['33.24', '33.25'] })
  const { columns } = columnsOf(axes, [exampleActor()])
  const asked = [{ key: KENDAL, before: input.before ?? {}, servedBefore: 0, notedAt: '2026-11-20T00:00:00Z' }]
  const joined = new Map(input.joined ? [[0, input.joined]] : [])
  const compiled = compileOffers(exampleContext(offers), axes, offers)
  const places = new Map(Object.entries(input.places ?? {}))
  return closingMatch(serviceOfGaps(compiled, columns, places, new Map(), asked, joined)[0]!)
}

test('a gap is closed by an offer with places for somebody it found without, and by nothing else', () => {
  expect(matchOf({ offers: [{ id: 'a' }] })).toEqual({ offer: 'a', actors: 1 })
  expect(matchOf({ offers: [{ id: 'a' }, { id: 'b' }] })).toEqual({ offer: 'a', actors: 1 })
  expect(matchOf({ offers: [] })).toBeNull()
  expect(matchOf({ offers: [{ id: 'a', needs: ['halal'] }] })).toBeNull()
  expect(matchOf({ offers: [{ id: 'a', coverage: { level: 'regency', regions: ['33.25'], known: true } }] })).toBeNull()
  expect(matchOf({ offers: [{ id: 'a', coverage: { level: 'regency', regions: [], known: false } }] })).toBeNull()
  expect(matchOf({ offers: [{ id: 'a', status: 'historical' }] })).toBeNull()
  expect(matchOf({ offers: [{ id: 'a' }], places: { a: 'full' } })).toBeNull()
  expect(matchOf({ offers: [{ id: 'a' }], places: { a: 'unconfirmed' } })).toBeNull()
})

test('a gap is gone and not closed where nobody is left without and no offer has come for it', () => {
  const service = { wanted: 2, unserved: 0, servers: { a: 2 }, newcomers: {}, grown: {} }
  expect([closingMatch(service), isGone(service)]).toEqual([null, true])
  const nobody = { wanted: 0, unserved: 0, servers: {}, newcomers: {}, grown: {} }
  expect([closingMatch(nobody), isGone(nobody)]).toEqual([null, true])
  const served = { ...service, newcomers: { b: 1 } }
  expect([closingMatch(served), isGone(served)]).toEqual([{ offer: 'b', actors: 1 }, false])
  expect(isGone({ ...service, unserved: 1 })).toBe(false)
  const extended = { ...service, grown: { a: 1 } }
  expect([closingMatch(extended), isGone(extended)]).toEqual([{ offer: 'a', actors: 1 }, false])
  expect(closingMatch({ ...extended, unserved: 1 })).toBeNull()
})

test('an actor who came later does not close the gap of those before her', () => {
  expect(matchOf({ offers: [{ id: 'a' }], joined: '2026-11-23T00:00:00Z' })).toBeNull()
  const offers = [exampleOffer({ id: 'a', clusters: ['IR2'] })]
  const axes = createAxes({ needs: ['capital'], sectors: ['food_snack'], regencies: ['33.24'] })
  const { columns } = columnsOf(axes, [exampleActor({ id: 'p1' }), exampleActor({ id: 'p2', cluster: 'IR2' })])
  const service = (joined: ReadonlyMap<number, string>) =>
    closingMatch(
      serviceOfGaps(
        compileOffers(exampleContext(offers), axes, offers),
        columns,
        new Map(),
        new Map(),
        [{ key: KENDAL, before: {}, servedBefore: 0, notedAt: '2026-11-20T00:00:00Z' }],
        joined,
      )[0]!,
    )
  expect(service(new Map([[1, '2026-11-23T00:00:00Z']]))).toBeNull()
  expect(service(new Map([[1, '2026-11-19T00:00:00Z']]))).toEqual({ offer: 'a', actors: 1 })
})
