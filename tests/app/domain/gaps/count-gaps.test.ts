import { expect, test } from 'vitest'
import { evaluateEligibility } from '#app/domain/eligibility/evaluate.ts'
import { columnsOf } from '#app/domain/engine/columns.ts'
import { compileOffers } from '#app/domain/engine/compiled-offers.ts'
import {
  countGaps,
  emptyStates,
  GAP_STATES,
  type GapState,
  gapOf,
  type PlaceState,
} from '#app/domain/gaps/count-gaps.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { toProfile } from '#db/queries/actors.ts'
import { demoDb } from '#tests/support/demo-db.ts'

const RANK: readonly GapState[] = [
  'no_offer',
  'not_eligible',
  'one_change',
  'full',
  'undecided',
  'ask_area',
  'unconfirmed',
  'served',
]
const STRUCTURAL = ['region', 'cluster', 'sector', 'status', 'window', 'capacity', 'need']

test('every need of every actor stands where a naive loop over all pairs puts it', async () => {
  const client = await demoDb(250)
  const world = await matchWorld(client.db, '2026-11-24')
  const actors = (await client.db.selectFrom('actor').selectAll().execute()).map(toProfile)
  const offers = world.offers
    .filter((offer) => offer.status !== 'historical')
    .map((offer) => ({ ...offer, capacity: { slots: null, taken: 0, unit: null, asOf: null } }))
  const kinds: readonly PlaceState[] = ['open', 'unconfirmed', 'full']
  const places = new Map(offers.map((offer, at) => [offer.id, kinds[at % 3]!]))
  const { columns } = columnsOf(world.axes, actors)
  const cells = countGaps(compileOffers(world.context, world.axes, offers), columns, places, {
    cluster: null,
    sector: null,
  })

  const naive = new Map<string, Record<GapState, number>>()
  for (const actor of actors) {
    for (const need of actor.needs ?? []) {
      let best: GapState = 'no_offer'
      for (const offer of offers) {
        if (!offer.needs.includes(need)) continue
        const { verdict, trace } = evaluateEligibility(actor, offer, '2026-11-24', world.context.policy)
        const bad = trace.filter((line) => line.result !== 'pass' && line.condition !== 'partner_checked')
        if (bad.some((line) => line.result === 'fail' && STRUCTURAL.includes(line.condition))) continue
        const facts = new Set(bad.filter((line) => !STRUCTURAL.includes(line.condition)).map((line) => line.condition))
        const asked = bad.some((line) => line.code === 'region.ask_partner')
        const structural = bad.some((line) => STRUCTURAL.includes(line.condition))
        let state: GapState
        if (verdict === 'eligible') {
          const place = places.get(offer.id)!
          state = place === 'open' ? 'served' : place
        } else if (verdict === 'undecided')
          state =
            asked && facts.size === 0 && bad.every((line) => line.condition === 'region') ? 'ask_area' : 'undecided'
        else state = facts.size === 1 && !structural ? 'one_change' : 'not_eligible'
        if (RANK.indexOf(state) > RANK.indexOf(best)) best = state
      }
      const key = `${actor.regency} ${need}`
      const states = naive.get(key) ?? emptyStates()
      states[best]++
      naive.set(key, states)
    }
  }
  expect(Object.fromEntries(cells.map((cell) => [`${cell.regency} ${cell.need}`, cell.states]))).toEqual(
    Object.fromEntries(naive),
  )
  for (const cell of cells) {
    expect(GAP_STATES.reduce((sum, state) => sum + cell.states[state], 0)).toBe(cell.wanted)
    expect(gapOf(cell)).toBe(cell.wanted - cell.states.served)
  }
})
