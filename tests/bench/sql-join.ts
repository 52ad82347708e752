import SQLite from 'better-sqlite3'
import type { ActorColumns } from '#app/domain/engine/columns.ts'
import { type CompiledOffers, groupPoints, groupState, PASS } from '#app/domain/engine/compiled-offers.ts'
import { allocateMasks, predicateEvaluator } from '#app/domain/engine/predicates.ts'

/**
 * The same rules as a relational join: coverage as a table, rules, needs and sectors as masks, the score as an
 * expression, the best of each actor by a window. Columns must be of actors with known needs, sectors and cluster for
 * the answer to be the same; unknown ones simply do not join.
 */
export function createSqlMatcher(compiled: CompiledOffers, columns: ActorColumns, actors: number, top: number) {
  const db = new SQLite(':memory:')
  const { words } = compiled.predicates
  const rules = Array.from({ length: words }, (_, w) => w)
  db.exec(`
    create table actor (id integer primary key, place integer, cluster integer, sectors integer, needs integer,
      n0 integer, n1 integer, n2 integer, n3 integer, n4 integer, total integer,
      ${rules.map((w) => `pass${w} integer`).join(', ')});
    create table offer (id integer primary key, needs integer, sectors integer, every integer, base integer,
      ${rules.map((w) => `rules${w} integer`).join(', ')});
    create table coverage (place integer, offer integer, points integer, primary key (place, offer)) without rowid;
    create table sector_points (sector integer, offer integer, points integer, primary key (sector, offer)) without rowid;
  `)
  const { policy } = compiled.context
  const addOffer = db.prepare(`insert into offer values (?, ?, ?, ?, ?, ${rules.map(() => '?').join(', ')})`)
  const addCoverage = db.prepare('insert into coverage values (?, ?, ?)')
  const addActor = db.prepare(
    `insert into actor values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${rules.map(() => '?').join(', ')})`,
  )
  const masks = allocateMasks(compiled.predicates, actors)
  predicateEvaluator(compiled.predicates, columns)(0, actors, masks, 0)
  db.transaction(() => {
    compiled.offers.forEach((_, o) => {
      addOffer.run(
        o,
        compiled.needMask[o],
        compiled.sectorMask[o],
        compiled.allSectors[o],
        compiled.sectorPoints[o],
        ...rules.map((w) => compiled.predicates.masks[o * words + w]),
      )
    })
    const places = new Set<number>()
    for (let i = 0; i < actors; i++) {
      const place = columns.regency[i]! * 4 + columns.cluster[i]!
      if (!places.has(place)) {
        places.add(place)
        compiled.offers.forEach((_, o) => {
          const [regency, cluster] = [columns.regency[i]!, columns.cluster[i]!]
          if (groupState(compiled, regency, cluster, o) === PASS)
            addCoverage.run(place, o, groupPoints(compiled, regency, cluster, o))
        })
      }
      const from = columns.needStart[i]!
      const count = columns.needStart[i + 1]! - from
      const ranked = Array.from({ length: 5 }, (_, n) => (n < count ? columns.needIds[from + n]! : 31))
      const total = policy.needRanks.slice(0, count).reduce((sum, weight) => sum + weight, 0)
      addActor.run(
        i,
        place,
        columns.cluster[i],
        columns.sectors[i],
        columns.needMask[i],
        ...ranked,
        total || 1,
        ...rules.map((w) => masks.pass[i * words + w]),
      )
    }
  })()
  const needWeight = policy.weights.need * 100
  const met = policy.needRanks.map((weight, n) => `((o.needs >> a.n${n}) & 1) * ${weight}`).join(' + ')
  const named = policy.weights.sector * policy.sector.named
  const select = (where: string) => `
    select actor, offer, score from (
      select a.id as actor, o.id as offer,
        c.points + round(${needWeight}.0 * (${met}) / a.total)
          + case when (o.sectors & a.sectors) <> 0 then ${named} else o.base end as score,
        row_number() over (partition by a.id order by
          c.points + round(${needWeight}.0 * (${met}) / a.total)
            + case when (o.sectors & a.sectors) <> 0 then ${named} else o.base end desc, o.id) as place
      from actor a
      join coverage c on c.place = a.place
      join offer o on o.id = c.offer
      where (o.needs & a.needs) <> 0 and (o.every = 1 or (o.sectors & a.sectors) <> 0)
        ${rules.map((w) => `and (o.rules${w} & ~a.pass${w}) = 0`).join(' ')} ${where}
    ) where place <= ${top}`
  const all = db.prepare(`create table result as ${select('')}`)
  const one = db.prepare(select('and a.id = ?')).raw()
  return {
    db,
    runAll: () => all.run(),
    runOne: (actor: number) => one.all(actor) as [number, number, number][],
    close: () => db.close(),
  }
}
