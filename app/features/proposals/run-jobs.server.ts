import { type DueAction, dueActions } from '#app/domain/loop/clocks.ts'
import { AWAITING_ANSWER, AWAITING_OUTCOME } from '#app/domain/loop/states.ts'
import { queueMouWarnings, sendMouWarning } from '#app/features/mou/mou-warnings.server.ts'
import { BATCH_JOB } from '#app/features/programmes/queue-batches.server.ts'
import { sendBatch } from '#app/features/programmes/send-batch.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { Db, DbClient } from '#db/client.ts'
import { failJob, findQueuedJobs, finishJob, insertJob } from '#db/queries/jobs.ts'
import { getOffer } from '#db/queries/offers.ts'
import { findProposalActors, getProposal } from '#db/queries/proposals.ts'
import type { JobRow, ProposalRow } from '#db/schema/proposal.ts'
import { queueDigests, sendDigest } from './digests.server.ts'
import { endWithoutConsent } from './end-without-consent.server.ts'
import { type LetterKind, postToAccounts } from './letters.server.ts'
import { CLOCK } from './loop-context.server.ts'
import { companionAccounts, officeAccounts, partnerAccounts } from './recipients.server.ts'
import { stepWithin } from './take-step.server.ts'

export interface JobsReport {
  /** Found due and not known before. */
  readonly queued: number
  readonly done: number
  readonly failed: number
}

const BATCH = 500

/**
 * Does what is due: reminders, escalations, expiries, digests, warnings of MoUs that end, batches of programmes, and the
 * end of proposals whose consent ran out. What is due is a function of each proposal and the day; the key of each is kept for ever, so a second run, a restart or a clock set back does nothing twice. Each is done in one
 * transaction with its letters and the mark that it is done, so a process killed at any point leaves all of it or nothing.
 */
export async function runJobs(client: Pick<DbClient, 'db'>, now: string): Promise<JobsReport> {
  const { db } = client
  const today = jakartaDay(new Date(now))
  let queued = 0
  const open = await db
    .selectFrom('proposal')
    .select(['id', 'state', 'round', 'asked_on', 'response_days', 'moved_on'])
    .where('state', 'in', [...AWAITING_ANSWER, ...AWAITING_OUTCOME])
    .execute()
  for (const row of open) {
    const actions = dueActions(
      {
        id: row.id,
        state: row.state,
        round: row.round,
        askedOn: row.asked_on,
        responseDays: row.response_days,
        movedOn: row.moved_on,
      },
      today,
    )
    for (const action of actions)
      if (await insertJob(db, { key: action.key, kind: action.kind, payload: action, now })) queued += 1
  }
  queued += await queueDigests(db, today, now)
  queued += await queueMouWarnings(db, today, now)
  let done = await db.transaction().execute((trx) => endWithoutConsent(trx, { db, today, now }))
  let failed = 0
  for (const job of await findQueuedJobs(db, BATCH)) {
    const ended = await runJob(db, job, now)
    if (ended === 'done') done += 1
    if (ended === 'failed') failed += 1
  }
  return { queued, done, failed }
}

/**
 * Does one queued job in a transaction with the mark that it is done.
 * @returns `taken` when somebody else did it meanwhile.
 */
export async function runJob(db: DbClient['db'], job: JobRow, now: string): Promise<'done' | 'taken' | 'failed'> {
  const today = jakartaDay(new Date(now))
  try {
    return await db.transaction().execute(async (trx) => {
      if (!(await finishJob(trx, job.key, now))) return 'taken'
      if (job.kind === 'digest') await sendDigest(trx, JSON.parse(job.payload), today, now)
      else if (job.kind === 'mou_warning') await sendMouWarning(trx, JSON.parse(job.payload), today, now)
      else if (job.kind === BATCH_JOB) await sendBatch(trx, db, JSON.parse(job.payload), { today, now })
      else await act(trx, db, JSON.parse(job.payload) as DueAction, today, now)
      return 'done'
    })
  } catch (error) {
    await failJob(db, job.key, (error as Error).message)
    return 'failed'
  }
}

async function act(trx: Db, db: DbClient['db'], action: DueAction, today: string, now: string): Promise<void> {
  const proposal = await getProposal(trx, action.proposalId)
  if (!proposal) return
  // why: an answer may have come between finding it due and doing it
  const still = dueActions(
    {
      id: proposal.id,
      state: proposal.state,
      round: proposal.round,
      askedOn: proposal.asked_on,
      responseDays: proposal.response_days,
      movedOn: proposal.moved_on,
    },
    today,
  )
  if (!still.some((one) => one.key === action.key)) return
  if (action.kind === 'expire') {
    await stepWithin(trx, { db, viewer: CLOCK, via: 'clock', today, now }, proposal.id, { step: 'expire' })
    return
  }
  await postToAccounts(trx, await recipientsOf(trx, proposal, action), {
    letter: action.kind as LetterKind,
    key: action.key,
    facts: await factsOf(trx, proposal),
    secret: null,
    now,
  })
}

async function recipientsOf(trx: Db, proposal: ProposalRow, { kind }: DueAction): Promise<string[]> {
  const office = () => officeAccounts(trx, proposal.regency_code, proposal.created_by)
  const answerer = proposal.origin === 'office' ? () => partnerAccounts(trx, proposal.partner_id) : office
  const proposer = proposal.origin === 'office' ? office : () => partnerAccounts(trx, proposal.partner_id)
  const actorIds = (await findProposalActors(trx, [proposal.id])).flatMap((actor) => actor.actor_id ?? [])
  const companions = await companionAccounts(trx, actorIds)
  const found =
    kind === 'remind_answer'
      ? await answerer()
      : kind === 'remind_question'
        ? await proposer()
        : kind === 'remind_outcome' && companions.length > 0
          ? companions
          : await office()
  return found.map(({ id }) => id)
}

async function factsOf(trx: Db, proposal: ProposalRow) {
  const offer = await getOffer(trx, proposal.offer_id)
  return {
    proposalId: proposal.id,
    offerName: offer?.name ?? proposal.offer_id,
    partnerName: offer?.partnerName ?? proposal.partner_id,
    dueOn: proposal.asked_on,
    responseDays: proposal.response_days,
  }
}
