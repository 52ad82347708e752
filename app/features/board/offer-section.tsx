import { CountBar } from '#app/components/count-bar.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import type { BoardOffer } from '#app/domain/board/types.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'

const SHOWN = 10
const SHOWN_UNVERIFIED = 5
/** Longer lists go into the file. */
const MOST_SHOWN = 50

/** The offers by need covered; what nobody has verified stands apart, what is for nobody here last. */
export function OfferSection({ page }: { page: BoardPage }) {
  const t = useMessages().board.offers
  const f = useFormat()
  const { current, unverified, forNobody } = page.ranked
  const rest = current.slice(SHOWN, MOST_SHOWN)
  const open = unverified.slice(SHOWN_UNVERIFIED, MOST_SHOWN)
  return (
    <BoardSection id="penawaran" title={t.title} intro={t.intro(f.number(page.board.actors))}>
      {current.length === 0 ? (
        <Notice>{t.none}</Notice>
      ) : (
        <OfferTable page={page} rows={current.slice(0, SHOWN)} caption={t.title} />
      )}
      {rest.length > 0 && (
        <Unfold summary={t.more(f.number(rest.length))}>
          <OfferTable page={page} rows={rest} caption={t.title} />
          <Cut count={current.length - MOST_SHOWN} />
        </Unfold>
      )}
      {unverified.length > 0 && (
        <div className="mt-8">
          <h3 className="text-lg">{t.unverified}</h3>
          <p className="mt-1 mb-3 max-w-prose text-muted">{t.unverifiedText}</p>
          <OfferTable page={page} rows={unverified.slice(0, SHOWN_UNVERIFIED)} caption={t.unverified} />
          {open.length > 0 && (
            <Unfold summary={t.moreUnverified(f.number(open.length))}>
              <OfferTable page={page} rows={open} caption={t.unverified} />
              <Cut count={unverified.length - MOST_SHOWN} />
            </Unfold>
          )}
        </div>
      )}
      {forNobody.length > 0 && (
        <Unfold summary={t.out(f.number(forNobody.length))}>
          <p className="text-muted">{t.outText}</p>
          <ul className="mt-2 gap-x-8 sm:columns-2">
            {forNobody.slice(0, MOST_SHOWN).map(({ offerId }) => (
              <li key={offerId} className="break-inside-avoid py-1">
                <a href={paths.offer(offerId, { wilayah: page.region.code })}>{page.offers[offerId]!.name}</a>{' '}
                <span className="text-sm text-muted">{page.offers[offerId]!.partnerName}</span>
              </li>
            ))}
          </ul>
          <Cut count={forNobody.length - MOST_SHOWN} />
        </Unfold>
      )}
    </BoardSection>
  )
}

function Cut({ count }: { count: number }) {
  const t = useMessages().board.offers
  const f = useFormat()
  return count > 0 ? <p className="mt-2 text-muted">{t.cut(f.number(count))}</p> : null
}

function OfferTable(props: { page: BoardPage; rows: readonly BoardOffer[]; caption: string }) {
  const t = useMessages().board.offers
  const f = useFormat()
  const { page } = props
  const { actors } = page.board
  const columns = [
    { key: 'offer', label: t.offer },
    { key: 'covered', label: t.covered },
    { key: 'eligible', label: t.eligible, numeric: true, onlyTable: true },
    { key: 'undecided', label: t.undecided, numeric: true, onlyTable: true },
    { key: 'oneChange', label: t.oneChange, numeric: true, onlyTable: true },
  ]
  const rows = props.rows.map((row) => {
    const offer = page.offers[row.offerId]!
    return {
      id: `penawaran-${row.offerId}`,
      href: paths.offer(row.offerId, { wilayah: page.region.code }),
      cells: {
        offer: (
          <>
            {offer.name}
            <span className="block text-sm font-normal text-muted">{offer.partnerName}</span>
            {offer.status === 'unverified' && (
              <Tag tone="turmeric" icon="warning">
                {t.unverifiedMark}
              </Tag>
            )}
          </>
        ),
        covered: (
          <>
            <span className="inline-flex items-center gap-2.5 whitespace-nowrap">
              <CountBar parts={[{ share: row.needCovered / actors, look: 'accent' }]} />
              <span className="tabular min-w-10">{f.number(row.needCovered, 1)}</span>
            </span>
            <span className="only-card tabular text-sm">
              {t.counts(f.number(row.eligible), f.number(row.undecided), f.number(row.oneChange))}
            </span>
          </>
        ),
        eligible: f.number(row.eligible),
        undecided: f.number(row.undecided),
        oneChange: f.number(row.oneChange),
      },
    }
  })
  return <Table caption={props.caption} columns={columns} rows={rows} />
}
