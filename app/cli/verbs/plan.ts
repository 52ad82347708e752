import { assignRows } from '#app/domain/planning/assignment.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { answerPlan } from '#app/features/plans/plan-answer.ts'
import { readMatrix } from '#app/features/plans/read-matrix.ts'
import { readScenario, ScenarioError } from '#app/features/plans/read-scenario.ts'
import { refusalText } from '#app/features/plans/refusal-text.ts'
import { PlanCancelled, runPlan } from '#app/features/plans/run-plan.ts'
import { replayPlan, storePlan } from '#app/features/plans/store-plan.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import type { Io } from '../io.ts'
import { readJsonFile } from '../read-json-file.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

/** Turns a field's complaint into one about the file. */
function reading<T>(file: string, io: Io, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ScenarioError) throw new CliFailure(io.t.verbs.plan.badFile(file, error.message))
    throw error
  }
}

async function solveMatrix(file: string, io: Io): Promise<void> {
  const value = await readJsonFile(file, io.t)
  const matrix = reading(file, io, () => readMatrix(value, io.messages.plans.input))
  const began = performance.now()
  const { objective, columns } = assignRows(matrix.values, matrix.capacities, matrix.sense)
  const seconds = Math.round(performance.now() - began) / 1000
  const assigned = columns.filter((column) => column !== null).length
  io.answer({ objective, sense: matrix.sense, rows: columns.length, assigned, assignment: columns, seconds }, () => {
    const f = formatterFor(io.locale)
    return io.t.verbs.plan.matrixDone(f.number(objective, 0), f.number(assigned), f.number(columns.length))
  })
}

async function solveScenario(file: string, io: Io): Promise<void> {
  const t = io.t.verbs.plan
  const value = await readJsonFile(file, io.t)
  const client = await io.openDb()
  const today = jakartaDay(new Date())
  const world = await matchWorld(client.db, today)
  const scenario = reading(file, io, () =>
    readScenario(
      value,
      {
        regionCodes: new Set(world.regionByCode.keys()),
        offers: world.offers,
        resolveRegion: (text) => resolveRegion(text, regionDirectory(), {}).code,
      },
      io.messages.plans.input,
    ),
  )
  try {
    const solved = await runPlan(
      { databaseFile: io.config.databaseFile, scenario, today, basis: null },
      { signal: io.signal, onStep: ({ phase, done, total }) => io.progress(t.phases[phase], done, total) },
    )
    const { answer, basis } = solved
    if (answer.outcome !== 'solved') throw new CliFailure(refusalText(io.messages.plans, answer, scenario).join('\n'))
    const title = (id: string) => `${world.offerById.get(id)!.partnerName}: ${world.offerById.get(id)!.name}`
    const id = await storePlan(client.db, {
      scenario,
      solved,
      accountId: null,
      parentId: null,
      now: new Date().toISOString(),
    })
    io.answer({ id, ...answerPlan(scenario, solved) }, () => {
      const f = formatterFor(io.locale)
      return [
        t.done(f.number(answer.awards.length), f.number(answer.servable), f.number(answer.actors)),
        ...answer.offers
          .filter((offer) => offer.places > 0)
          .map((offer) => t.offer(title(offer.offer), f.number(offer.used), f.number(offer.places))),
        ...(answer.highestFloor === null ? [] : [t.highestFloor(f.number(answer.highestFloor * 100, 1))]),
        t.stored(id),
        ...(basis.toConfirm.length === 0 ? [] : [t.toConfirm(f.number(basis.toConfirm.length))]),
      ]
    })
  } catch (error) {
    if (error instanceof PlanCancelled) throw new CliFailure(t.cancelled)
    throw error
  }
}

async function replay(id: string, io: Io): Promise<void> {
  const t = io.t.verbs.plan
  const client = await io.openDb()
  const replayed = await replayPlan(client, id, io.signal)
  if (!replayed) throw new CliFailure(t.noPlan(id))
  io.answer(replayed, () =>
    replayed.same ? t.same(id, replayed.solver) : t.differs(id, replayed.storedSolver, replayed.solver),
  )
}

export const planVerb: Verb = {
  name: 'plan',
  options: { scenario: { type: 'string' }, matrix: { type: 'string' }, replay: { type: 'string' } },
  async run({ values }, io) {
    const { scenario, matrix, replay: id } = values
    const given = [scenario, matrix, id].filter((value) => value !== undefined)
    if (given.length !== 1) throw new UsageError(io.t.verbs.plan.oneOf)
    if (typeof matrix === 'string') await solveMatrix(matrix, io)
    else if (typeof id === 'string') await replay(id, io)
    else await solveScenario(String(scenario), io)
  },
}
