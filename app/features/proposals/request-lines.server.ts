import { actorCode } from '#app/domain/values/actor-code.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { findPartnerRequests, findRequestedActors } from '#db/queries/partner-requests.ts'
import { checkSending } from './check-sending.server.ts'
import { problemSentences } from './refusal-words.ts'

/** What a partner asks this district for. */
export interface RequestLine {
  readonly id: string
  readonly partnerName: string
  readonly offerName: string
  readonly offerId: string
  readonly regency: string
  readonly places: number | null
  readonly note: string | null
  /** The women the partner chose by their cards, under the codes of the district; empty where it named none. */
  readonly actors: readonly { readonly id: string; readonly code: string }[]
  /** It named women, and some of them are no longer on record. */
  readonly gone: boolean
  /** What stands in the way of saying yes today. */
  readonly problems: readonly string[]
}

/** The open requests within the viewer's scope, with what sending would check today. */
export async function loadRequests({
  db,
  viewer,
  today,
  locale,
}: Pick<RequestContext, 'db' | 'viewer' | 'today' | 'locale'>): Promise<readonly RequestLine[]> {
  const world = await matchWorld(db, today)
  const rows = await findPartnerRequests(db, viewer.scope, { open: true })
  const chosen = await findRequestedActors(
    db,
    rows.map((row) => row.id),
  )
  const lines: RequestLine[] = []
  for (const row of rows) {
    const offer = world.offerById.get(row.offer_id)
    const own = chosen.filter((one) => one.request_id === row.id)
    const actorIds = own.flatMap((one) => one.actor_id ?? [])
    const wanted = { offerId: row.offer_id, actorIds, isGroup: false, origin: 'partner', today } as const
    const check = actorIds.length > 0 ? await checkSending(db, wanted) : null
    lines.push({
      id: row.id,
      partnerName: offer?.partnerName ?? row.partner_id,
      offerName: offer?.name ?? row.offer_id,
      offerId: row.offer_id,
      regency: row.regency_code,
      places: row.places,
      note: row.note,
      actors: actorIds.map((id) => ({ id, code: actorCode(id) })),
      gone: actorIds.length < own.length,
      problems: check ? problemSentences(locale, check.problems, world.regionName) : [],
    })
  }
  return lines
}
