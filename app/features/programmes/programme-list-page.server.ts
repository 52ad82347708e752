import { can } from '#app/domain/access/permissions.ts'
import type { ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import { isProgrammeState, type ProgrammeState } from '#app/domain/programmes/states.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { countWaitingConsent } from '#db/queries/programme-entries.ts'
import { findProgrammeParts, findProgrammes } from '#db/queries/programmes.ts'
import { programmeScope } from './programme-records.server.ts'

export interface ProgrammeLine {
  readonly id: string
  readonly title: string
  readonly state: ProgrammeState
  readonly isDemo: boolean
  readonly partners: readonly string[]
  readonly regencies: readonly string[]
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly labels: readonly ProgrammeLabel[]
  /** Actors of the viewer's district whose consent it waits for. */
  readonly waitingConsent: number
}

export interface ProgrammeListPage {
  readonly lines: readonly ProgrammeLine[]
  readonly state: ProgrammeState | null
  /** States that occur within reach. */
  readonly states: readonly ProgrammeState[]
  readonly mayDraft: boolean
}

/** The programmes a viewer may see: published ones everybody, the others those who work on them. @throws Response 401, 403. */
export async function loadProgrammeList(
  { db, viewer, today }: Pick<RequestContext, 'db' | 'viewer' | 'today'>,
  search: URLSearchParams,
): Promise<ProgrammeListPage> {
  demand(viewer, 'programmes:read')
  const world = await matchWorld(db, today)
  const rows = await findProgrammes(db, programmeScope(viewer))
  const asked = search.get('keadaan') ?? ''
  const state = isProgrammeState(asked) ? asked : null
  const shown = rows.filter((row) => state === null || row.state === state)
  const parts = await findProgrammeParts(
    db,
    shown.map((row) => row.id),
  )
  const partnerNames = new Map(world.offers.map((offer) => [offer.partnerId, offer.partnerName]))
  const { scope } = viewer
  const waiting = scope.reach === 'regency' ? await countWaitingConsent(db, scope.regency) : new Map<string, number>()
  return {
    lines: shown.map((row) => {
      const { offers, regions, labels } = parts.get(row.id)!
      return {
        id: row.id,
        title: row.title,
        state: row.state,
        isDemo: row.is_demo === 1,
        partners: [...new Set(offers.map((offer) => partnerNames.get(offer.partner_id) ?? offer.partner_id))],
        regencies: regions.map((region) => world.regionName(region.regency_code)),
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        labels,
        waitingConsent: waiting.get(row.id) ?? 0,
      }
    }),
    state,
    states: [...new Set(rows.map((row) => row.state))],
    mayDraft: can(viewer, 'programmes:draft'),
  }
}
