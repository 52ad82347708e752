import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/domain/access/viewer.ts'
import type { Db } from '../client.ts'
import type { Database } from '../schema/index.ts'

/**
 * The limit a viewer's scope sets on a query of `actor`: `query.where(reachedBy(viewer.scope))`. A partner reaches nobody
 * this way; what partners see of actors is made in features/cards.
 */
export function reachedBy(scope: Scope) {
  return (eb: ExpressionBuilder<Database, 'actor'>): Expression<SqlBool> => {
    switch (scope.reach) {
      case 'all':
        return sql<SqlBool>`1 = 1`
      case 'province':
        return eb(
          'actor.regency_code',
          'in',
          eb.selectFrom('region').select('region.code').where('region.parent_code', '=', scope.province),
        )
      case 'regency':
        return eb('actor.regency_code', '=', scope.regency)
      case 'companion':
        return eb.and([
          eb('actor.regency_code', '=', scope.regency),
          eb(
            'actor.id',
            'in',
            eb
              .selectFrom('actor_companion')
              .select('actor_companion.actor_id')
              .where('actor_companion.account_id', '=', scope.companionId),
          ),
        ])
      default:
        return sql<SqlBool>`1 = 0`
    }
  }
}

/** Those of these actors that a scope reaches. */
export async function findReachedIds(db: Db, scope: Scope, actorIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (actorIds.length === 0) return new Set()
  const rows = await db.selectFrom('actor').select('id').where('id', 'in', actorIds).where(reachedBy(scope)).execute()
  return new Set(rows.map((row) => row.id))
}
