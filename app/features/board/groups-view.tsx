import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { groupMinimum } from '#app/domain/board/groups.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { filterQuery } from './board-query.ts'
import { GroupList, NearGroupList } from './group-list.tsx'
import type { GroupsPage } from './groups-page.server.ts'

/** All groups of one offer in a district, with every member by code. */
export function GroupsView({ page }: { page: GroupsPage }) {
  const t = useMessages().board
  const f = useFormat()
  const { place, offer } = page
  const query = filterQuery(page.filter)
  return (
    <>
      <PageHeader
        kicker={t.concerned.kicker(place.name)}
        title={t.groups.pageTitle(offer.name)}
        intro={`${offer.partnerName}; ${t.groups.size(f.number(groupMinimum(offer)))}`}
        trail={[
          { href: paths.boards(), label: t.page.trail },
          { href: paths.board(place.code, query), label: place.name },
        ]}
      />
      <section id={RESULTS_ID} aria-labelledby="lengkap">
        <h2 id="lengkap" className="mb-3 text-xl">
          {t.groups.formed(f.number(page.formed))}
        </h2>
        <GroupList groups={page.groups} mayPropose={page.mayPropose} />
        <Pagination
          page={page.page}
          pageSize={page.pageSize}
          total={page.formed}
          hrefFor={(hal) => paths.boardGroups(place.code, { penawaran: offer.id, ...query, hal })}
        />
      </section>
      {page.nearGroups.length > 0 && (
        <section aria-labelledby="hampir" className="mt-10">
          <h2 id="hampir" className="mb-3 text-xl">
            {t.groups.near} <span className="tabular text-base font-normal text-muted">{f.number(page.near)}</span>
          </h2>
          <div className="sm:columns-2">
            <NearGroupList groups={page.nearGroups} />
          </div>
        </section>
      )}
    </>
  )
}
