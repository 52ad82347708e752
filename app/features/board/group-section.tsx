import { Notice } from '#app/components/notice.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import { groupBounds } from '#app/domain/board/groups.ts'
import type { NearGroup, ProposedGroup } from '#app/domain/board/types.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'

const SHOWN_GROUPS = 5
const SHOWN_NEAR = 5

/** Offers for groups: which groups are complete, village by village, and where some are still missing. */
export function GroupSection({ page }: { page: BoardPage }) {
  const t = useMessages().board.groups
  const { groups, nearGroups } = page.board
  const offerIds = page.board.offers
    .map((row) => row.offerId)
    .filter((id) => groups.some((group) => group.offerId === id) || nearGroups.some((group) => group.offerId === id))
  return (
    <BoardSection id="kelompok" title={t.title} intro={offerIds.length > 0 ? t.intro : undefined}>
      {offerIds.length === 0 && <Notice>{t.none}</Notice>}
      <div className="grid gap-4 md:grid-cols-2">
        {offerIds.map((id) => (
          <OfferGroups
            key={id}
            page={page}
            offerId={id}
            groups={groups.filter((group) => group.offerId === id)}
            near={nearGroups.filter((group) => group.offerId === id)}
          />
        ))}
      </div>
    </BoardSection>
  )
}

function OfferGroups(props: {
  page: BoardPage
  offerId: string
  groups: readonly ProposedGroup[]
  near: readonly NearGroup[]
}) {
  const t = useMessages().board.groups
  const f = useFormat()
  const { page, groups, near } = props
  const offer = page.offers[props.offerId]!
  const minimum = groupBounds(offer)?.minimum ?? 0
  return (
    <article className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h3 className="text-lg">
        <a href={paths.offer(offer.id, { wilayah: page.region.code })} className="quiet-link">
          {offer.name}
        </a>
      </h3>
      <p className="text-sm text-muted">
        {offer.partnerName}; {t.size(f.number(minimum))}; {t.formed(f.number(groups.length))}
      </p>
      {groups.length > 0 && (
        <>
          <Groups groups={groups.slice(0, SHOWN_GROUPS)} />
          {groups.length > SHOWN_GROUPS && (
            <Unfold summary={t.moreGroups(f.number(groups.length - SHOWN_GROUPS))}>
              <Groups groups={groups.slice(SHOWN_GROUPS)} />
            </Unfold>
          )}
        </>
      )}
      {near.length > 0 && (
        <div className="mt-3">
          <h4 className="text-base">{t.near}</h4>
          <NearGroups groups={near.slice(0, SHOWN_NEAR)} />
          {near.length > SHOWN_NEAR && (
            <Unfold summary={t.moreNear(f.number(near.length - SHOWN_NEAR))}>
              <NearGroups groups={near.slice(SHOWN_NEAR)} />
            </Unfold>
          )}
        </div>
      )}
    </article>
  )
}

function Groups({ groups }: { groups: readonly ProposedGroup[] }) {
  const t = useMessages().board.groups
  const f = useFormat()
  return (
    <ul className="mt-3 space-y-2">
      {groups.map((group) => (
        <li key={group.village + group.members[0]}>
          <p>
            <span className="font-semibold">{group.village}</span>, {t.members(f.number(group.members.length))}
          </p>
          <ul className="tabular flex flex-wrap gap-x-3 text-sm">
            {group.members.map((id) => (
              <li key={id}>
                <a href={paths.actor(id)} className="inline-flex min-h-6 items-center">
                  {actorCode(id)}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function NearGroups({ groups }: { groups: readonly NearGroup[] }) {
  const t = useMessages().board.groups
  const f = useFormat()
  return (
    <ul className="tabular mt-1 space-y-1">
      {groups.map((group) => (
        <li key={group.village}>
          {t.lacking(f.number(group.lacking), group.village, f.number(group.have), f.number(group.minimum))}
        </li>
      ))}
    </ul>
  )
}
