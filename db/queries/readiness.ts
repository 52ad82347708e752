import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '../client.ts'
import { reachedBy } from './actor-scope.ts'

/** Actors of each kabupaten or kota within a scope: all, with a day of confirmation, and confirmed on or after a day. */
export async function countActorData(db: Db, scope: Scope, freshFrom: string) {
  const rows = await db
    .selectFrom('actor')
    .select((eb) => [
      'regency_code',
      eb.fn.countAll().as('recorded'),
      eb.fn.count('facts_as_of').as('dated'),
      eb.fn.sum(eb.case().when('facts_as_of', '>=', freshFrom).then(1).else(0).end()).as('fresh'),
      eb.fn.sum('is_demo').as('demo'),
      eb.fn.max('facts_as_of').as('last'),
    ])
    .where('regency_code', 'is not', null)
    .where(reachedBy(scope))
    .groupBy('regency_code')
    .execute()
  return rows.map((row) => ({
    regency: row.regency_code!,
    recorded: Number(row.recorded),
    dated: Number(row.dated),
    fresh: Number(row.fresh),
    demo: Number(row.demo),
    last: row.last,
  }))
}

/** Companions whose accounts are in use, each with the day she was last given an actor of her regency, if ever. */
export async function findWorkingCompanions(db: Db) {
  const rows = await db
    .selectFrom('account')
    .leftJoin('actor_companion', 'actor_companion.account_id', 'account.id')
    .leftJoin('actor', (join) =>
      join.onRef('actor.id', '=', 'actor_companion.actor_id').onRef('actor.regency_code', '=', 'account.regency_code'),
    )
    .select((eb) => [
      'account.regency_code',
      'account.is_demo',
      'account.created_at',
      eb.fn.count('actor.id').as('actors'),
      eb.fn.max('actor_companion.assigned_at').as('assigned'),
    ])
    .where('account.role', '=', 'companion')
    .where('account.disabled_at', 'is', null)
    .where('account.regency_code', 'is not', null)
    .groupBy(['account.id', 'account.regency_code', 'account.is_demo', 'account.created_at'])
    .execute()
  return rows.map((row) => ({
    regency: row.regency_code!,
    demo: row.is_demo === 1,
    accompanies: Number(row.actors) > 0,
    at: row.assigned ?? row.created_at,
  }))
}

const ASKED = [
  'proposal.id',
  'proposal.regency_code',
  'proposal.is_demo',
  'proposal.state',
  'proposal.asked_on',
  'proposal.response_days',
] as const

/** Proposals of offices to partners that were sent since a day, each with the instant of the partner's answer. */
export async function findAskedPartners(db: Db, since: string) {
  const rows = await db
    .selectFrom('proposal')
    .leftJoin('proposal_event', (join) =>
      join
        .onRef('proposal_event.proposal_id', '=', 'proposal.id')
        .on('proposal_event.step', 'in', ['accept', 'decline']),
    )
    .leftJoin('proposal_event as expiry', (join) =>
      join.onRef('expiry.proposal_id', '=', 'proposal.id').on('expiry.step', '=', 'expire'),
    )
    .select(ASKED)
    .select((eb) => [eb.fn.min('proposal_event.at').as('answered'), eb.fn.min('expiry.from_state').as('expired_from')])
    .where('proposal.origin', '=', 'office')
    .where('proposal.sent_on', '>=', since)
    .groupBy(ASKED)
    .execute()
  return rows.map((row) => ({
    regency: row.regency_code,
    demo: row.is_demo === 1,
    state: row.state,
    askedOn: row.asked_on,
    responseDays: row.response_days,
    answeredAt: row.answered,
    expiredFrom: row.expired_from,
  }))
}

/** Every MoU on record with the regions it names, those of its model district among them; none: without a limit of place. */
export async function findMouRegions(db: Db) {
  const rows = await db
    .selectFrom('mou')
    .leftJoin('model_district', 'model_district.n', 'mou.model_district')
    .select([
      'mou.is_demo',
      'mou.regions',
      'mou.regency_code',
      'model_district.region_code as model_region',
      'mou.starts_on',
      'mou.ends_on',
      'mou.updated_at',
    ])
    .execute()
  return rows.map((row) => ({
    demo: row.is_demo === 1,
    regions: [...(JSON.parse(row.regions) as string[]), row.regency_code, row.model_region].filter(
      (code): code is string => code !== null,
    ),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    at: row.updated_at,
  }))
}
