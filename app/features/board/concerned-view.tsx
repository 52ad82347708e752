import { LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { Table } from '#app/components/table.tsx'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { concernQuery, filterQuery } from './board-query.ts'
import { changeWords } from './change-words.ts'
import type { ConcernedPage } from './concerned-page.server.ts'

/** The actors behind a question or change: whom to visit, and what it is about for each. */
export function ConcernedView({ page }: { page: ConcernedPage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const { concern, place, filter } = page
  const words = t.board.concerned
  const query = filterQuery(filter)
  const title =
    'ask' in concern
      ? words.ask(t.match.question[concern.ask])
      : words.change(changeWords(locale, concern.change, page.offers))
  const intro =
    'ask' in concern
      ? words.askText(f.number(page.actors), f.number(page.pairs))
      : words.changeText(f.number(page.actors), f.number(page.offers.length))
  return (
    <>
      <PageHeader
        kicker={words.kicker(place.name)}
        title={title}
        intro={
          page.actors > 0 && (
            <>
              {intro} {(filter.cluster || filter.need) && words.filtered}
            </>
          )
        }
        trail={[
          { href: paths.boards(), label: t.board.page.trail },
          { href: paths.board(place.code, query), label: place.name },
        ]}
      />
      {page.actors === 0 ? (
        <EmptyState title={words.none} text={words.noneText}>
          <LinkButton href={paths.board(place.code, query)} look="secondary">
            {words.back}
          </LinkButton>
        </EmptyState>
      ) : (
        <section id={RESULTS_ID} aria-label={title}>
          <h2 className="text-lg">{words.about}</h2>
          <ul className="mt-1 mb-8 gap-x-8 sm:columns-2">
            {page.offers.map((offer) => (
              <li key={offer.id} className="break-inside-avoid py-1">
                <a href={paths.offer(offer.id, { wilayah: place.code })}>{offer.name}</a>{' '}
                <span className="text-sm text-muted">{offer.partnerName}</span>
              </li>
            ))}
          </ul>
          <ConcernedTable page={page} caption={title} />
          <Pagination
            page={page.page}
            pageSize={page.pageSize}
            total={page.actors}
            hrefFor={(hal) => paths.boardActors(place.code, { ...concernQuery(concern), ...query, hal })}
          />
        </section>
      )}
    </>
  )
}

function ConcernedTable({ page, caption }: { page: ConcernedPage; caption: string }) {
  const t = useMessages()
  const f = useFormat()
  const words = t.board.concerned
  const columns = [
    { key: 'actor', label: words.actor },
    ...(page.showsVillage ? [{ key: 'village', label: words.village }] : []),
    { key: 'cluster', label: words.cluster },
    { key: 'asOf', label: words.asOf },
    { key: 'offers', label: words.offers, numeric: true },
  ]
  const unknown = <span className="text-muted">{t.common.unknown}</span>
  const rows = page.rows.map((row) => ({
    id: `pelaku-${row.id}`,
    href: paths.actor(row.id),
    cells: {
      actor: actorCode(row.id),
      village: row.village ?? unknown,
      cluster: row.cluster ? t.board.cluster[row.cluster] : unknown,
      offers: words.offersOf(f.number(row.offers), f.number(page.offers.length)),
      asOf: row.factsAsOf ? f.day(row.factsAsOf) : unknown,
    },
  }))
  return <Table caption={caption} columns={columns} rows={rows} />
}
