import type { Extension } from '#app/domain/gaps/count-extensions.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { columnsOfKey } from '#app/features/tasks/gap-key.ts'
import { paths } from '#app/lib/paths.ts'
import { findTasksOfGap } from '#db/queries/gap-tasks.ts'
import type { OfferDetail } from '#db/queries/offers.ts'
import type { GapTaskRow } from '#db/schema/gap-task.ts'
import type { GapContext, GapQuery } from './gap-page.server.ts'
import { extensionsOf } from './gaps-of.server.ts'

/** Offers shown that could be extended; those that would serve fewer are left out. */
const EXTENSIONS = 6
/** Closed tasks shown. */
const CLOSED = 3

/** A task that was opened for a gap. */
export interface GapTaskLine {
  readonly id: string
  readonly href: string
  /** Null where a new partner is looked for. */
  readonly partner: string | null
  readonly offer: string | null
  readonly openedOn: string
  /** The offer that closed it, when, and for how many actors. */
  readonly closed: {
    readonly partner: string
    readonly offer: string
    readonly at: string
    readonly actors: number
  } | null
  /** When the gap was found to be gone without an offer. */
  readonly goneAt: string | null
}

export interface ExtensionLine extends Extension {
  readonly partner: string
  readonly offerName: string
  /** Places as the partner has stated them: none stated, or so many left as of a day. */
  readonly places: { readonly left: number; readonly asOf: string | null } | null
}

/** What can be done about the gap of one need. */
export interface FollowUp {
  readonly tasks: readonly GapTaskLine[]
  /** Whether a new partner can be looked for: there is a gap, and no task for it is open. */
  readonly mayRecruit: boolean
  /** Offers that could be extended and are not asked for already. */
  readonly extensions: readonly ExtensionLine[]
}

/** Tasks of a gap, and those that could be opened for it. */
export async function followUpOf({ client, today }: GapContext, query: GapQuery, gap: number): Promise<FollowUp> {
  const world = await matchWorld(client.db, today)
  const key = { ...query, need: query.need! }
  const rows = await findTasksOfGap(client.db, columnsOfKey(key))
  const isOpen = (row: GapTaskRow) => row.closed_at === null && row.gone_at === null
  const open = rows.filter(isOpen)
  const asked = new Set(open.flatMap((row) => row.offer_id ?? []))
  const named = (id: string | null) => {
    const offer = id === null ? undefined : world.offerById.get(id)
    return { partner: offer?.partnerName ?? id, offer: offer?.name ?? id }
  }
  const extensions = gap === 0 ? [] : await extensionsOf(client, { key, today })
  return {
    tasks: [...open, ...rows.filter((row) => !isOpen(row)).slice(0, CLOSED)].map((row): GapTaskLine => {
      const by = named(row.closed_offer_id)
      return {
        id: row.id,
        href: paths.task(row.id),
        ...named(row.offer_id),
        openedOn: row.day,
        closed:
          row.closed_at === null
            ? null
            : { partner: by.partner!, offer: by.offer!, at: row.closed_at, actors: row.closed_actors! },
        goneAt: row.gone_at,
      }
    }),
    mayRecruit: gap > 0 && !open.some((row) => row.kind === 'recruit'),
    extensions: extensions
      .filter((one) => !asked.has(one.offer))
      .slice(0, EXTENSIONS)
      .map((one) => {
        const offer = world.offerById.get(one.offer)!
        return { ...one, partner: offer.partnerName, offerName: offer.name, places: placesOf(offer) }
      }),
  }
}

function placesOf({ capacity }: OfferDetail): ExtensionLine['places'] {
  const { slots, taken, asOf } = capacity
  return slots === null ? null : { left: Math.max(0, slots - taken), asOf }
}
