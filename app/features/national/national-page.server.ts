import { dirname } from 'node:path'
import type { Day } from '#app/domain/values/day.ts'
import { actorCounts } from '#app/features/board/actor-counts.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, notFound, seeOther } from '#app/lib/responses.server.ts'
import type { DbClient } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import { findMatchRuns, getLastDoneRun, getMatchRun } from '#db/queries/match-runs.ts'
import type { MatchRunRow } from '#db/schema/matching.ts'
import { type LiveRun, nationalRunner } from './national-runner.server.ts'
import type { RunSummary } from './run-summary.ts'
import { storedSummary } from './stored-summary.server.ts'

const RUNS_SHOWN = 8

export interface ShownResult {
  readonly run: MatchRunRow
  /** Null when the run file is gone. */
  readonly summary: RunSummary | null
  /** Changes of offers and actors since the run read them. */
  readonly changes: number
}

export interface NationalPage {
  readonly live: LiveRun | null
  readonly runs: readonly MatchRunRow[]
  readonly result: ShownResult | null
  readonly actors: number
  readonly demoActors: number
  readonly offers: number
  readonly offerNames: Readonly<Record<string, { readonly name: string; readonly partnerName: string }>>
  readonly provinceNames: Readonly<Record<string, string>>
}

/** The run asked for, or the last that came to its end. @throws Response 404 for one that has no result. */
async function chosenRun(client: DbClient, id: string | null): Promise<MatchRunRow | undefined> {
  if (id === null) return getLastDoneRun(client.db)
  const run = await getMatchRun(client.db, id)
  if (run?.status !== 'done') throw notFound()
  return run
}

async function shownResult(client: DbClient, id: string | null): Promise<ShownResult | null> {
  const run = await chosenRun(client, id)
  if (!run?.file) return null
  return {
    run,
    summary: await storedSummary(dirname(client.sqlite.name), run.file),
    changes: Math.max(0, (await getWatermark(client.db)) - run.watermark),
  }
}

/** The national run: what is under way, the last ones, and the result of one. */
export async function loadNationalPage(client: DbClient, query: URLSearchParams, today: Day): Promise<NationalPage> {
  const runner = await nationalRunner(client)
  const world = await matchWorld(client.db, today)
  const counts = await actorCounts(client)
  return {
    result: await shownResult(client, query.get('jalan')),
    actors: counts.all,
    demoActors: counts.demo,
    offers: world.offers.length,
    offerNames: Object.fromEntries(
      world.offers.map((offer) => [offer.id, { name: offer.name, partnerName: offer.partnerName }]),
    ),
    provinceNames: Object.fromEntries(
      [...world.regionByCode.values()]
        .filter((region) => region.level === 'province')
        .map((region) => [region.code, region.name]),
    ),
    // why: last, so that a run that ends meanwhile is not shown as neither live nor done
    live: runner.current(),
    runs: await findMatchRuns(client.db, RUNS_SHOWN),
  }
}

/** Starts or cancels a run as the form says, then back to the page. @throws Response 400 for any other form. */
export async function actOnNationalRun(client: DbClient, form: FormData, today: Day): Promise<Response> {
  const runner = await nationalRunner(client)
  const act = form.get('tindakan')
  if (act === 'mulai') runner.start(today)
  else if (act === 'batalkan') runner.cancel(String(form.get('jalan')))
  else throw badRequest()
  return seeOther(paths.national())
}
