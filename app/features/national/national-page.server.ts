import { dirname } from 'node:path'
import { can } from '#app/domain/access/permissions.ts'
import { EVERYTHING, type Viewer } from '#app/domain/access/viewer.ts'
import { actorCounts } from '#app/features/board/actor-counts.server.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
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
  readonly mayRun: boolean
  readonly mayImport: boolean
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

type Context = Pick<RequestContext, 'client' | 'today' | 'viewer'>

/** A national run speaks of the whole country. @throws Response 401 or 403 for who may not, 404 for a narrower scope. */
function demandNation(viewer: Viewer, permission: 'national:read' | 'national:run'): void {
  demand(viewer, permission)
  if (viewer.scope.reach !== 'all') throw notFound()
}

/** The national run: what is under way, the last ones, and the result of one. @throws Response for who may not see it. */
export async function loadNationalPage(
  { client, today, viewer }: Context,
  query: URLSearchParams,
): Promise<NationalPage> {
  demandNation(viewer, 'national:read')
  const runner = await nationalRunner(client)
  const world = await matchWorld(client.db, today)
  const counts = await actorCounts(client, EVERYTHING)
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
    mayRun: can(viewer, 'national:run'),
    mayImport: can(viewer, 'actors:import'),
  }
}

/**
 * Starts or cancels a run as the form says, then back to the page.
 * @throws Response 401, 403 or 404 for who may not, 400 for any other form.
 */
export async function actOnNationalRun({ client, today, viewer }: Context, form: FormData): Promise<Response> {
  demandNation(viewer, 'national:run')
  const runner = await nationalRunner(client)
  const act = form.get('tindakan')
  if (act === 'mulai') runner.start(today)
  else if (act === 'batalkan') runner.cancel(String(form.get('jalan')))
  else throw badRequest()
  return seeOther(paths.national())
}
