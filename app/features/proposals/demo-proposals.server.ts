import { demoAccountId } from '#app/auth/demo-accounts.server.ts'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import type { Scope, Viewer } from '#app/domain/access/viewer.ts'
import { addDays } from '#app/domain/loop/calendar.ts'
import type { Day } from '#app/domain/values/day.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { Db, DbClient } from '#db/client.ts'
import { actorsWithConsent, askConsent } from '#db/queries/consents.ts'
import { putSetting } from '#db/queries/settings.ts'
import { checkSending } from './check-sending.server.ts'
import { createWithin } from './create-proposal.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { rankingOf } from './overrides.server.ts'
import { type StepInput, stepWithin } from './take-step.server.ts'

const REGENCY = '33.24'
const PARTNER = 'pnm'

const OFFICE: Viewer = viewer('district', { reach: 'regency', regency: REGENCY })
const STAFF: Viewer = viewer('partner', { reach: 'partner', partnerId: PARTNER })

function viewer(role: Extract<AccountRole, 'district' | 'partner'>, scope: Scope): Viewer {
  return { accountId: demoAccountId(role), role, scope }
}

interface Move {
  /** Days before the first start. */
  readonly ago: number
  readonly by: Viewer
  readonly input: StepInput
}

interface Story {
  readonly proposer: Viewer
  readonly actors: number
  readonly note: string | null
  readonly moves: readonly Move[]
}

const move = (ago: number, by: Viewer, input: StepInput): Move => ({ ago, by, input })
const send = (ago: number, by = OFFICE) => move(ago, by, { step: 'send' })
const see = (ago: number) => move(ago, STAFF, { step: 'see' })
const accept = (ago: number) => move(ago, STAFF, { step: 'accept' })
const refer = (ago: number) => move(ago, OFFICE, { step: 'refer' })
const start = (ago: number) => move(ago, STAFF, { step: 'start' })

const told = (note: string) => ({ proposer: OFFICE, actors: 1, note })

/** One invented course for each state a proposal can be met in, the oldest last. */
const STORIES: readonly Story[] = [
  { ...told('Ingin mulai sebelum pesanan hari raya datang.'), moves: [send(1)] },
  { ...told('Dua pelaku dari pendampingan yang sama.'), actors: 2, moves: [send(3), see(2)] },
  {
    ...told('Usahanya sudah rutin menerima pesanan.'),
    moves: [send(4), see(3), move(2, STAFF, { step: 'ask', words: 'Apakah beliau dapat hadir pada hari kerja?' })],
  },
  {
    proposer: STAFF,
    actors: 1,
    note: 'Pelaku ini tampaknya cocok dengan layanan kami. Apakah berminat?',
    moves: [send(2, STAFF)],
  },
  { ...told('Berminat dan siap ditemui pada hari kerja.'), moves: [send(6), see(5), accept(3)] },
  { ...told('Perlu ditemani pendamping pada kunjungan pertama.'), moves: [send(8), see(7), accept(6), refer(5)] },
  {
    ...told('Sudah berunding dengan keluarganya dan siap memulai.'),
    moves: [send(9), see(8), accept(8), refer(7), start(6)],
  },
  {
    ...told('Pesanan menjelang hari raya sudah dicatat.'),
    moves: [
      send(9),
      accept(8),
      refer(7),
      start(6),
      move(1, OFFICE, { step: 'helped', outcomes: [{ position: 0, outcome: 'helped', reason: null }] }),
    ],
  },
  {
    ...told('Siap mengikuti jadwal mitra.'),
    moves: [
      send(7),
      see(6),
      move(5, STAFF, { step: 'decline', reason: { id: 'no_capacity', condition: null, text: null } }),
    ],
  },
]

/** Twice as many people as the stories need, so that two who fit together are among them. */
const WANTED = 2 * STORIES.reduce((sum, { actors }) => sum + actors, 0)

/**
 * Demo people whom the demo partner can be told about: they agreed, and have agreed for as long as the oldest story lasts.
 * Those of the demo companion are left out, so that somebody is there for her to follow from the beginning.
 */
async function candidates(trx: Db, first: Day, today: Day): Promise<string[]> {
  const rows = await trx
    .selectFrom('actor')
    .leftJoin('actor_companion', 'actor_companion.actor_id', 'actor.id')
    .select(['actor.id', 'actor_companion.account_id as companion'])
    .where('is_demo', '=', 1)
    .where('regency_code', '=', REGENCY)
    .where('actor.id', 'in', actorsWithConsent(trx, PARTNER, 'browse', today))
    .orderBy('actor.id')
    .execute()
  const found: string[] = []
  for (const { id } of rows.filter((row) => row.companion === null)) {
    const asked = { actorId: id, partnerId: PARTNER, purpose: 'referral', fields: ['name'] } as const
    const answers = [await askConsent(trx, { ...asked, on: first }), await askConsent(trx, { ...asked, on: today })]
    if (answers.every(({ answer }) => answer === 'granted')) found.push(id)
  }
  return found
}

/** The offers of the demo partner that an actor can be sent for, where nothing better stands before them. */
async function offersFor(trx: Db, actorId: string, today: Day): Promise<string[]> {
  const offers = (await matchWorld(trx, today)).offers.filter((offer) => offer.partnerId === PARTNER)
  const found: string[] = []
  for (const { id } of offers) {
    const actor = await sendable(trx, id, [actorId], today)
    if (actor && (await rankingOf(trx, actor, id, today)).instead === null) found.push(id)
  }
  return found
}

/** The first of some actors, when all of them can be sent to an offer on a day and its places need no confirming. */
async function sendable(trx: Db, offerId: string, actorIds: readonly string[], today: Day) {
  const check = await checkSending(trx, { offerId, actorIds, isGroup: false, today })
  return check && check.problems.length === 0 && !check.confirmCapacity ? check.actors[0]!.row : null
}

/**
 * Plants invented proposals of the demo district with the demo partner, marked as such, by the very steps people take:
 * each with its history, audit and letters. Who is in them follows from the demo people alone. One transaction with the
 * setting that says it is done.
 * @param mark the name of that setting.
 * @returns how many were planted: fewer than there are stories where too few demo people fit.
 */
export async function plantDemoProposals(client: Pick<DbClient, 'db'>, now: string, mark: string): Promise<number> {
  const instant = (ago: number) => new Date(Date.parse(now) - ago * 86_400_000).toISOString()
  return client.db.transaction().execute(async (trx) => {
    await putSetting(trx, mark, true)
    return plantStories(trx, client.db, instant)
  })
}

async function plantStories(trx: Db, db: DbClient['db'], instant: (ago: number) => string): Promise<number> {
  const today = jakartaDay(new Date(instant(0)))
  const context = (ago: number, by: Viewer): LoopContext => ({
    db,
    viewer: by,
    via: 'page',
    today: addDays(today, -ago),
    now: instant(ago),
  })
  const oldest = Math.max(...STORIES.flatMap(({ moves }) => moves.map(({ ago }) => ago)))
  const free: { readonly id: string; readonly offers: readonly string[] }[] = []
  for (const id of await candidates(trx, addDays(today, -oldest), today)) {
    const offers = await offersFor(trx, id, today)
    if (offers.length > 0) free.push({ id, offers })
    if (free.length === WANTED) break
  }
  let planted = 0
  for (const { proposer, actors, note, moves } of STORIES) {
    const began = context(moves[0]!.ago, proposer)
    for (let at = 0; at + actors <= free.length; at++) {
      const chosen = free.slice(at, at + actors)
      const actorIds = chosen.map(({ id }) => id)
      const offerId = chosen[0]!.offers.find((offer) => chosen.every(({ offers }) => offers.includes(offer)))
      if (!offerId || !(await sendable(trx, offerId, actorIds, began.today))) continue
      const made = await createWithin(trx, began, { offerId, actorIds, isGroup: false, note })
      if (!made.ok) continue
      for (const { ago, by, input } of moves) await stepWithin(trx, context(ago, by), made.id, input)
      await trx.updateTable('proposal').set({ is_demo: 1 }).where('id', '=', made.id).execute()
      free.splice(at, actors)
      planted += 1
      break
    }
  }
  return planted
}
