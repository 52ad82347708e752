import type { EntryProblem } from '#app/domain/programmes/entries.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { findUnsentActors } from '#db/queries/programme-entries.ts'
import type { ProgrammeContext, ProgrammeRecord } from './programme-records.server.ts'
import { mayRecheck } from './recheck-unsent.server.ts'

/** Who of the viewer's own actors is not proposed yet, by code. Nobody outside her district or company reads it. */
export interface DistrictTodo {
  readonly actors: readonly {
    readonly actorId: string
    readonly code: string
    readonly offerName: string
    readonly partnerName: string
    readonly problem: EntryProblem
  }[]
  readonly mayRecheck: boolean
}

/** The to-do of a district or companion in a programme. The caller has made sure that she may read consents. */
export async function loadDistrictTodo(
  { db, viewer, today }: ProgrammeContext,
  record: ProgrammeRecord,
): Promise<DistrictTodo | null> {
  const rows = await findUnsentActors(db, viewer.scope, record.row.id)
  if (rows.length === 0) return null
  const { offerById } = await matchWorld(db, today)
  return {
    actors: rows.map(({ actorId, offerId, partnerId, problem }) => ({
      actorId,
      code: actorCode(actorId),
      offerName: offerById.get(offerId)?.name ?? offerId,
      partnerName: offerById.get(offerId)?.partnerName ?? partnerId,
      problem: problem ?? 'no_consent',
    })),
    mayRecheck: mayRecheck(viewer, record),
  }
}
