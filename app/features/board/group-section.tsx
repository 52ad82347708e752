import { Notice } from '#app/components/notice.tsx'
import { groupMinimum } from '#app/domain/board/groups.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { filterQuery } from './board-query.ts'
import { BoardSection } from './board-section.tsx'
import { GroupList, NearGroupList } from './group-list.tsx'
import type { OfferGroups } from './group-overview.ts'

const MEMBERS_SHOWN = 12

/** Offers for groups: which groups are complete, village by village, and where some are still missing. */
export function GroupSection({ page }: { page: BoardPage }) {
  const t = useMessages().board.groups
  const { offers } = page.groups
  return (
    <BoardSection id="kelompok" title={t.title} intro={offers.length > 0 ? t.intro : undefined}>
      {offers.length === 0 && <Notice>{t.none}</Notice>}
      <div className="grid gap-4 md:grid-cols-2">
        {offers.map((own) => (
          <OfferGroupCard key={own.offerId} page={page} own={own} />
        ))}
      </div>
    </BoardSection>
  )
}

function OfferGroupCard({ page, own }: { page: BoardPage; own: OfferGroups }) {
  const t = useMessages().board.groups
  const f = useFormat()
  const offer = page.offers[own.offerId]!
  const rest = own.formed - own.groups.length + own.near - own.nearGroups.length
  const cut = own.groups.some((group) => group.members.length > MEMBERS_SHOWN)
  return (
    <article className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h3 className="text-lg">
        <a href={paths.offer(offer.id, { wilayah: page.region.code })} className="quiet-link">
          {offer.name}
        </a>
      </h3>
      <p className="mb-3 text-sm text-muted">
        {offer.partnerName}; {t.size(f.number(groupMinimum(offer)))}; {t.formed(f.number(own.formed))}
      </p>
      <GroupList groups={own.groups} membersShown={MEMBERS_SHOWN} />
      {own.nearGroups.length > 0 && (
        <>
          <h4 className="mt-3 mb-1 text-base">{t.near}</h4>
          <NearGroupList groups={own.nearGroups} />
        </>
      )}
      {(rest > 0 || cut) && (
        <a
          href={paths.boardGroups(page.region.code, { penawaran: offer.id, ...filterQuery(page.filter) })}
          className="no-print mt-2 inline-flex min-h-11 items-center"
        >
          {t.all(f.number(own.formed), f.number(own.near))}
        </a>
      )}
    </article>
  )
}
