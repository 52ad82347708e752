import { randomUUID } from 'node:crypto'
import { UNDER_WAY } from '#app/domain/programmes/states.ts'
import {
  nextProgrammeState,
  type ProgrammeLack,
  type ProgrammeStep,
  programmeLacks,
} from '#app/domain/programmes/transitions.ts'
import { forbidden } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { findEntriesWithCourse } from '#db/queries/programme-entries.ts'
import { changeProgrammeFrom } from '#db/queries/programmes.ts'
import type { ProgrammeRow } from '#db/schema/programme.ts'
import {
  demandDraftable,
  factsOf,
  type ProgrammeContext,
  type ProgrammeRecord,
  plannedPlaces,
} from './programme-records.server.ts'
import { queueBatches } from './queue-batches.server.ts'

/** Longest account of a consultation or of the end, in characters. */
export const STEP_WORDS_LIMIT = 2000

export interface ProgrammeStepInput {
  readonly step: ProgrammeStep
  /** The version it was decided on; null where nobody has looked at one, as at the terminal. */
  readonly version: number | null
  readonly words: string
}

export type ProgrammeStepResult =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'stale' }
  | { readonly ok: false; readonly why: 'long' }
  | { readonly ok: false; readonly why: 'lacks'; readonly lacks: readonly ProgrammeLack[] }

/**
 * Takes one step of a programme. Publishing writes, in the same transaction, everybody the plan gives a place and one job
 * for each batch: what is published is published whole, and what is left to send survives anything. A programme that is
 * published already stays as it is, so publishing twice is publishing once.
 * @throws Response 401, 403 or 404 for who may not take it.
 */
export async function takeProgrammeStep(
  context: ProgrammeContext,
  id: string,
  input: ProgrammeStepInput,
): Promise<ProgrammeStepResult> {
  if (input.words.length > STEP_WORDS_LIMIT) return { ok: false, why: 'long' }
  return context.db.transaction().execute((trx) => stepWithin(trx, context, id, input))
}

async function stepWithin(
  trx: Db,
  context: ProgrammeContext,
  id: string,
  input: ProgrammeStepInput,
): Promise<ProgrammeStepResult> {
  const { viewer, today, now } = context
  const { step } = input
  const record = await demandDraftable(trx, viewer, id)
  const { row } = record
  const next = nextProgrammeState(row.state, step, viewer.role)
  if (!next.ok && next.why === 'person') throw forbidden()
  if (step === 'publish' && UNDER_WAY.includes(row.state)) return { ok: true, already: true }
  if (!next.ok || (input.version !== null && input.version !== row.version)) return { ok: false, why: 'stale' }
  const places = step === 'publish' ? await plannedPlaces(trx, row) : null
  const lacks = programmeLacks(step, factsOf(record, places, await untried(trx, record)), input.words, today)
  if (lacks.length > 0) return { ok: false, why: 'lacks', lacks }
  const changed = await changeProgrammeFrom(
    trx,
    id,
    row.version,
    { state: next.to, ...changeOf(step, input.words.trim(), now) },
    { id: randomUUID(), deed: step, to_state: next.to, account_id: viewer.accountId, role: viewer.role, at: now },
  )
  if (!changed) return { ok: false, why: 'stale' }
  const batches = step === 'publish' ? await queueBatches(trx, id, places!, now) : 0
  await appendAudit(trx, viewer, {
    at: now,
    action: step === 'publish' ? 'programme:publish' : 'programme:write',
    subject: { type: 'programme', id },
    because: 'administration',
    detail: {
      step,
      from: row.state,
      to: next.to,
      ...(step === 'publish' ? { plan: row.plan_result_id, places: places!.length, batches } : {}),
    },
  })
  return { ok: true, already: false }
}

function changeOf(step: ProgrammeStep, words: string, now: string): Partial<ProgrammeRow> {
  switch (step) {
    case 'consult':
      return { consultation: words }
    case 'publish':
      return { published_at: now }
    case 'close':
      return { closing_note: words, closed_at: now }
    default:
      return {}
  }
}

async function untried(trx: Db, { row }: ProgrammeRecord): Promise<number> {
  const entries = await findEntriesWithCourse(trx, [row.id])
  return entries.filter((entry) => entry.state === 'planned').length
}
