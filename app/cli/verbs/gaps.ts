import { type GapCell, gapOf, sumGaps } from '#app/domain/gaps/count-gaps.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { CLUSTER_IDS, type ClusterId } from '#app/domain/values/actor.ts'
import { computeGaps } from '#app/features/gaps/compute-gaps.server.ts'
import { findUnfound } from '#app/features/gaps/unfound.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { readOneOf } from '../read-option.ts'
import { CliFailure, type Verb } from '../verb.ts'

const sumOf = ({ wanted, states, blockers }: Pick<GapCell, 'wanted' | 'states' | 'blockers'>) => ({
  wanted,
  gap: gapOf({ wanted, states }),
  ...states,
  blockers,
})

export const gapsVerb: Verb = {
  name: 'gaps',
  options: { region: { type: 'string' }, cluster: { type: 'string' }, sector: { type: 'string' } },
  async run({ values }, io) {
    const t = io.t.verbs.gaps
    const cluster = readOneOf(values.cluster, '--cluster', CLUSTER_IDS, io.t) as ClusterId | undefined
    const sectors = termIds('sector').filter((id) => id !== '*')
    const sector = readOneOf(values.sector, '--sector', sectors, io.t)
    const client = await io.openDb()
    const text = values.region
    const region = typeof text === 'string' ? resolveRegion(text, regionDirectory(), {}).code : null
    if (typeof text === 'string' && region === null) throw new CliFailure(t.unknownRegion(text))
    const today = jakartaDay(new Date())
    const gaps = await computeGaps(client, {
      regions: region ? [region] : [],
      cluster: cluster ?? null,
      sector: sector ?? null,
      today,
    })
    const unfound = await findUnfound(client.db, { region, sector: sector ?? null, need: null, today })
    const byNeed = [...sumGaps(gaps.cells, (cell) => cell.need)].sort(([, a], [, b]) => gapOf(b) - gapOf(a))
    const total = sumGaps(gaps.cells, () => '').get('')
    io.answer(
      {
        region,
        cluster: cluster ?? null,
        sector: sector ?? null,
        date: today,
        policy: gaps.policy,
        actors: gaps.actors,
        offers: gaps.offers,
        wanted: total?.wanted ?? 0,
        gap: total ? gapOf(total) : 0,
        needs: byNeed.map(([need, sum]) => ({ need, ...sumOf(sum) })),
        cells: gaps.cells.map((cell) => ({ regency: cell.regency, need: cell.need, ...sumOf(cell) })),
        declined: gaps.declined,
        unfound,
      },
      () => {
        const f = formatterFor(io.locale)
        return [
          t.heading(f.number(total ? gapOf(total) : 0), f.number(total?.wanted ?? 0), f.number(gaps.actors)),
          ...byNeed.map(([need, sum]) =>
            t.line(
              termLabel(io.locale, 'need', need),
              f.number(gapOf(sum)),
              f.number(sum.wanted),
              f.number(sum.states.no_offer),
              f.number(sum.states.one_change),
            ),
          ),
        ]
      },
    )
  },
}
