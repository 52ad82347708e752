import { availableParallelism } from 'node:os'
import type { CountedDemand, OpenSet, PlanOffer, Segment } from '#app/domain/planning/demand.ts'
import { greedyFlow } from '#app/domain/planning/greedy-flow.ts'
import { goalTotals, type Network, OUTSIDE } from '#app/domain/planning/network.ts'
import { networkBuilder } from '#app/domain/planning/network-builder.ts'
import { buildPlanModel } from '#app/domain/planning/plan-network.ts'
import { highsSolver, loadSolver, solverVersion } from '#app/features/plans/solve-flow.ts'
import { termIds } from '#app/i18n/terms.ts'
import { regionRows } from '#db/reference/region-rows.ts'
import { createRandom, pick } from '#db/seed/random.ts'
import { networkSimplex } from '#tests/support/network-simplex.ts'
import { BENCH_SEED } from './generated.ts'
import { heading, ms, print, report, reportLimit, time } from './report.ts'

interface Country extends CountedDemand {
  readonly regencies: readonly string[]
  readonly sets: readonly OpenSet[]
  readonly offers: readonly (PlanOffer & { readonly worth: number })[]
}

const CLUSTERS = 3
const NEEDS = 14
const PER_ACTOR = 3

/** Invented demand of every kabupaten, cluster and need, and invented offers that cover about half of it. */
function country(count: number, factor: number): Country {
  const random = createRandom(BENCH_SEED)
  const regencies = regionRows()
    .filter((row) => row.level === 'regency')
    .map((row) => row.code)
  const needs = termIds('need').slice(0, NEEDS)
  const provinces = [...new Set(regencies.map((code) => code.slice(0, 2)))]
  const drawn = Array.from({ length: count }, (_, n) => {
    const draw = random()
    const level = draw < 0.26 ? 'national' : draw < 0.69 ? 'province' : 'regency'
    const area = level === 'national' ? '' : level === 'province' ? pick(random, provinces) : pick(random, regencies)
    const size = level === 'national' ? 400 : level === 'province' ? 150 : 60
    return {
      area,
      clusters: new Set(
        Array.from({ length: 1 + Math.floor(random() * 3) }, () => 1 + Math.floor(random() * CLUSTERS)),
      ),
      needs: new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * needs.length))),
      offer: {
        id: `uji-${n}`,
        partnerId: `mitra-${n % 400}`,
        level,
        needs: [],
        places: Math.round(size * factor * (0.5 + random())),
        worth: Math.floor(random() * 20),
      } as PlanOffer & { worth: number },
    }
  })
  const sets: OpenSet[] = []
  const setAt = new Map<string, number>()
  const segments: Segment[] = []
  const groups = regencies.flatMap((code, regency) =>
    Array.from({ length: CLUSTERS }, (_, at) => {
      const cluster = at + 1
      const women = 20 + Math.floor(random() * 1200 * random())
      let servable = 0
      needs.forEach((_, need) => {
        const waiting = Math.floor(women * random() * 0.4)
        const open = drawn.flatMap(({ area, clusters, needs: served }, o) =>
          clusters.has(cluster) && served.has(need) && code.startsWith(area) ? [o] : [],
        )
        if (waiting === 0 || open.length === 0) return
        const key = open.join()
        if (!setAt.has(key)) setAt.set(key, sets.push({ open, hand: [], why: null }) - 1)
        segments.push({ regency, cluster, need, set: setAt.get(key)!, first: 0, waiting })
        servable += waiting
      })
      return { regency, cluster, first: 0, women, most: Math.min(servable, women * PER_ACTOR) }
    }),
  )
  return {
    regencies,
    sets,
    segments,
    groups: groups.filter((group) => group.most > 0),
    offers: drawn.map((one) => one.offer),
  }
}

/** One goal for both models: 100 for a need covered, more where it is rarer, and what the offer is good for. */
const rarity = (segment: Segment): number => 100 + (segment.need % 7)
const worthOf = (offer: PlanOffer): number => (offer as Country['offers'][number]).worth

function treeModel(world: Country): Network {
  const { network } = buildPlanModel({
    ...world,
    numbers: [],
    goals: ['covered', 'near'],
    floor: null,
    programmes: null,
    needWorth: rarity,
    offerWorth: worthOf,
  })
  return { ...network, goals: [{ name: 'worth', value: sum(network) }] }
}

const sum = (network: Network): Float64Array =>
  network.goals.reduce((all, goal) => all.map((value, at) => value + goal.value[at]!), new Float64Array(network.arcs))

/** The textbook model: a column for every pair of offer and cell. */
function flatModel(world: Country): Network {
  const build = networkBuilder(['worth'])
  const offers = world.offers.map((offer) => {
    const node = build.node()
    build.arc(OUTSIDE, node, offer.places)
    return node
  })
  const groups = new Map<number, number>()
  for (const group of world.groups) {
    const node = build.node()
    groups.set(group.regency * 4 + group.cluster, node)
    build.arc(node, OUTSIDE, group.most)
  }
  for (const segment of world.segments) {
    const node = build.node()
    for (const o of world.sets[segment.set]!.open)
      build.arc(offers[o]!, node, Number.POSITIVE_INFINITY, { worth: rarity(segment) + worthOf(world.offers[o]!) })
    build.arc(node, groups.get(segment.regency * 4 + segment.cluster)!, segment.waiting)
  }
  return build.finish()
}

/** Plans at the size of the country: the tree model against the textbook one, greedy and an independent algorithm. */
export async function run(): Promise<void> {
  const highs = await loadSolver()
  const solve = highsSolver(highs, () => 600)
  const warm = country(50, 1)
  solve(treeModel(warm))
  heading(
    `Planning: ${514 * CLUSTERS * NEEDS} demand cells; ${solverVersion(highs)}, one thread of ${availableParallelism()}`,
  )
  for (const [count, factor] of [
    [2000, 3],
    [8000, 1],
    // why: the flat model grows the solver's memory for good, so it comes last
    [2000, 1],
  ] as const) {
    const world = country(count, factor)
    const tree = time(() => {
      const network = treeModel(world)
      return { network, flow: solve(network) }
    })
    const { network, flow } = tree.value
    const covered = (units: Float64Array): number =>
      network.from.reduce((total, from, arc) => total + (from === OUTSIDE ? units[arc]! : 0), 0)
    const greedy = time(() => greedyFlow(network))
    print(`\n### ${count} offers, capacity factor ${factor}: ${world.segments.length} cells that some offer covers\n`)
    print(
      `- tree: ${network.arcs} columns, ${network.nodes} rows, ${flow.fractional} fractional, objective ${flow.totals[0]}`,
    )
    print(
      `- memory after the tree: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB RSS, ${(highs.memoryBytes / 1e6).toFixed(0)} MB of it the solver`,
    )
    reportLimit('tree model, built and solved', tree.ms / 1000, count === 2000 ? 10 : 30, 's')
    const loss = 1 - covered(greedy.value) / covered(flow.units)
    print(
      `- greedy (${ms(greedy.ms)}): covers ${covered(greedy.value)} against ${covered(flow.units)}, loses ${(loss * 100).toFixed(2)} %`,
    )
    if (goalTotals(network, greedy.value)[0]! > flow.totals[0]!) throw new Error('greedy is above the plan')
    if (count === 2000 && factor === 1) {
      const own = time(() => networkSimplex(network, network.goals[0]!.value))
      print(`- independent network simplex: ${ms(own.ms)}, objective ${own.value.objective}`)
      if (own.value.objective !== flow.totals[0]) throw new Error('the solver and the network simplex disagree')
      const flat = time(() => {
        const model = flatModel(world)
        return { columns: model.arcs, objective: solve(model).totals[0]! }
      })
      if (flat.value.objective !== flow.totals[0]) throw new Error('the tree and the flat model disagree')
      print(
        `- flat: ${flat.value.columns} columns, the same objective, ${(highs.memoryBytes / 1e6).toFixed(0)} MB of the solver`,
      )
      report({
        name: 'tree against flat',
        value: `${ms(tree.ms)} against ${ms(flat.ms)}`,
        ratio: { got: flat.ms / tree.ms, target: 8, against: 'the flat model' },
      })
    }
  }
}
