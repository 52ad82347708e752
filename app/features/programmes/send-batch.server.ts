import type { Viewer } from '#app/domain/access/viewer.ts'
import { placesLeft } from '#app/domain/loop/sending.ts'
import { type EntryProblem, entryProblem } from '#app/domain/programmes/entries.ts'
import { UNDER_WAY } from '#app/domain/programmes/states.ts'
import type { Day } from '#app/domain/values/day.ts'
import { checkSending } from '#app/features/proposals/check-sending.server.ts'
import { createWithin } from '#app/features/proposals/create-proposal.server.ts'
import { LETTER_LOCALE } from '#app/features/proposals/letters.server.ts'
import type { LoopContext } from '#app/features/proposals/loop-context.server.ts'
import { stepWithin } from '#app/features/proposals/take-step.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { Db, DbClient } from '#db/client.ts'
import { findAwaitedPlaces } from '#db/queries/engagements.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { findBatchEntries, settleEntry } from '#db/queries/programme-entries.ts'
import { getProgramme } from '#db/queries/programmes.ts'
import { findProposalActors } from '#db/queries/proposals.ts'
import type { ProgrammeEntryRow } from '#db/schema/programme.ts'
import { tellDistrict } from './programme-letters.server.ts'
import type { BatchJob } from './queue-batches.server.ts'

/**
 * For whom the proposals of a programme are made: the ministry as such. Who published it stands in the programme's own
 * history and in the audit log; she is not written to about every answer.
 */
const CURATOR: Viewer = { accountId: null, role: 'ministry', scope: { reach: 'all' } }

interface Clock {
  readonly today: Day
  readonly now: string
}

/**
 * Tries one batch, in the transaction of its job: whoever can be sent today (verdict, window, places, her consent) goes
 * out in one proposal through the loop; everybody else is marked with the reason. Nothing is done for a programme that is
 * not under way, and nobody is sent twice.
 */
export async function sendBatch(trx: Db, db: DbClient['db'], job: BatchJob, clock: Clock): Promise<void> {
  const programme = await getProgramme(trx, job.programmeId)
  if (!programme || !UNDER_WAY.includes(programme.state)) return
  const entries = await findBatchEntries(trx, job.programmeId, job.batch)
  const [first] = entries
  if (!first) return
  const fit = await whoFits(trx, entries, clock)
  if (fit.length > 0) await propose(trx, db, fit, programme.title, clock)
  await tellDistrict(trx, programme, first.regency_code, clock.now)
}

/** The entries that can be sent together today; the others are marked. */
async function whoFits(
  trx: Db,
  entries: readonly ProgrammeEntryRow[],
  { today, now }: Clock,
): Promise<readonly ProgrammeEntryRow[]> {
  const mark = (entry: ProgrammeEntryRow, problem: EntryProblem) =>
    settleEntry(trx, entry.id, { state: 'blocked', problem, now })
  let left: ProgrammeEntryRow[] = []
  for (const entry of entries)
    if (entry.actor_id === null) await mark(entry, 'gone')
    else left.push(entry)
  // why: taking somebody out changes what is said of those who stay together, so it is asked again
  for (;;) {
    if (left.length === 0) return []
    const { offer_id: offerId, regency_code: regency } = left[0]!
    const actorIds = left.map((entry) => entry.actor_id!)
    const check = await checkSending(trx, { offerId, actorIds, isGroup: false, today })
    const kept: ProgrammeEntryRow[] = []
    for (const entry of left) {
      const found = check ? entryProblem(entry.actor_id!, check.problems) : null
      const row = check?.actors.find((actor) => actor.row.id === entry.actor_id)?.row
      if (!check) await mark(entry, 'gone')
      else if (found) await settleEntry(trx, entry.id, { ...found, now })
      else if (row && row.regency_code !== regency) await mark(entry, 'moved')
      else kept.push(entry)
    }
    const places = check ? await placesToAskFor(trx, check.offer) : null
    if (places !== null) for (const entry of kept.splice(places)) await mark(entry, 'capacity_full')
    if (kept.length === left.length) return kept
    left = kept
  }
}

/** Places nobody has and nobody is waiting for; null where the partner has published no number. */
async function placesToAskFor(trx: Db, offer: OfferDetail): Promise<number | null> {
  const left = placesLeft(offer)
  if (left === null) return null
  const awaited = (await findAwaitedPlaces(trx, offer.id)).get(offer.id) ?? 0
  return Math.max(0, left - awaited)
}

async function propose(
  trx: Db,
  db: DbClient['db'],
  entries: readonly ProgrammeEntryRow[],
  title: string,
  { today, now }: Clock,
): Promise<void> {
  const context: LoopContext = { db, viewer: CURATOR, via: 'page', today, now }
  const note = messagesFor(LETTER_LOCALE).programmes.proposalNote(title)
  const actorIds = entries.map((entry) => entry.actor_id!)
  const made = await createWithin(trx, context, {
    offerId: entries[0]!.offer_id,
    actorIds,
    isGroup: false,
    note,
    override: { reason: 'programme', text: note },
  })
  if (!made.ok) throw new Error(`a batch that was fit cannot be proposed: ${made.why}`)
  await stepWithin(trx, context, made.id, { step: 'send' })
  const actors = await findProposalActors(trx, [made.id])
  for (const entry of entries) {
    const { position } = actors.find((actor) => actor.actor_id === entry.actor_id)!
    await settleEntry(trx, entry.id, { state: 'sent', problem: null, proposalId: made.id, position, now })
  }
}
