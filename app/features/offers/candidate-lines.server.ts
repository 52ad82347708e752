import type { Scope } from '#app/domain/access/viewer.ts'
import type { Verdict } from '#app/domain/eligibility/finding.ts'
import { nearestChange } from '#app/domain/eligibility/nearest-change.ts'
import { matchPair } from '#app/domain/matching/match.ts'
import type { ClusterId, NeedId } from '#app/domain/values/actor.ts'
import { type Missing, matchView } from '#app/features/matches/match-view.ts'
import type { MatchWorld } from '#app/features/matches/match-world.server.ts'
import type { RankedActor } from '#app/features/matches/offer-snapshot.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Db } from '#db/client.ts'
import { findListedActors, type ListedActor } from '#db/queries/actor-rows.ts'
import { toProfile } from '#db/queries/actors.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import { withoutPersonalData } from '#search/documents/without-personal-data.ts'

/** An actor an offer fits or nearly fits, under her code: nothing here names her. */
export interface CandidateLine {
  readonly id: string
  readonly isDemo: boolean
  readonly products: string
  readonly regency: string | null
  readonly cluster: ClusterId | null
  /** Those of her needs the offer serves, most urgent first. */
  readonly needs: readonly NeedId[]
  readonly verdict: Verdict
  /** 0 to 1. */
  readonly fit: number
  readonly missing: Missing
  /** "tambah 2 anggota kelompok"; null where nothing changes it or nothing needs to. */
  readonly change: string | null
}

/** Reads the ranked actors and works each pair out again, so that what is shown is true of the record as it stands. */
export async function candidateLines(
  db: Db,
  scope: Scope,
  locale: Locale,
  world: MatchWorld,
  offer: OfferDetail,
  ranked: readonly RankedActor[],
): Promise<CandidateLine[]> {
  const rows = await findListedActors(
    db,
    scope,
    ranked.map((one) => one.actorId),
  )
  return rows.map((row) => lineOf(locale, world, offer, row))
}

function lineOf(locale: Locale, world: MatchWorld, offer: OfferDetail, row: ListedActor): CandidateLine {
  const actor = toProfile({ ...row, village: null })
  const match = matchPair(world.context, actor, offer)
  const changes = nearestChange(actor.facts, offer, match.trace, world.context.policy)
  const view = matchView(locale, match, offer, world.regionName, changes ? { changes } : {})
  return {
    id: actor.id,
    isDemo: row.is_demo === 1,
    products: withoutPersonalData(row.products ?? ''),
    regency: actor.regency === null ? null : world.regionName(actor.regency),
    cluster: actor.cluster,
    needs: (actor.needs ?? []).filter((need) => offer.needs.includes(need)),
    verdict: match.verdict,
    fit: view.fit,
    missing: view.missing,
    change: view.nearestChange,
  }
}
