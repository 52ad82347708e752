import { Figure } from '#app/components/figure.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'

/** Four figures with their denominators, and what they rest on. */
export function BoardSummary({ page }: { page: BoardPage }) {
  const t = useMessages().board
  const f = useFormat()
  const { board } = page
  const sum = (of: (need: BoardPage['board']['needs'][number]) => number): number =>
    board.needs.reduce((total, need) => total + of(need), 0)
  const clusters = (['IR1', 'IR2', 'IR3', 'unknown'] as const).filter((cluster) => board.byCluster[cluster] > 0)
  return (
    <section aria-labelledby="ringkasan">
      <h2 id="ringkasan" className="sr-only">
        {t.summary.title}
      </h2>
      <div className="grid grid-cols-2 gap-x-5 gap-y-5 lg:grid-cols-4 lg:gap-x-6">
        <Figure
          value={f.number(board.actors)}
          {...(board.actors < page.district.actors ? { denominator: f.number(page.district.actors) } : {})}
          label={
            <a
              href={paths.actors({
                kabkota: page.region.code,
                klaster: page.filter.cluster,
                kebutuhan: page.filter.need,
              })}
            >
              {t.summary.actors}
            </a>
          }
          date={clusters
            .map((cluster) => t.summary.clusterShare(t.cluster[cluster], f.number(board.byCluster[cluster])))
            .join('; ')}
        />
        <Figure value={f.number(board.actorsServed)} denominator={f.number(board.actors)} label={t.summary.served} />
        <Figure
          value={f.number(sum((need) => need.served))}
          denominator={f.number(sum((need) => need.wanted))}
          label={t.summary.needs}
          date={t.summary.needsParts(f.number(sum((need) => need.undecided)), f.number(sum((need) => need.unserved)))}
        />
        <Figure
          value={f.number(page.groups.formed)}
          label={t.summary.groups}
          date={t.summary.groupsNote(
            f.number(page.groups.offers.filter((offer) => offer.formed > 0).length),
            f.number(page.groups.near),
          )}
        />
      </div>
      <p className="mt-4 mb-8 text-sm text-muted">
        {t.summary.basis(f.day(page.today), page.policy)} <Confirmed page={page} />
      </p>
    </section>
  )
}

function Confirmed({ page }: { page: BoardPage }) {
  const t = useMessages().board.summary
  const f = useFormat()
  const { from, to, undated } = page.facts
  return (
    <>
      {from && to && t.confirmed(f.day(from), f.day(to))} {undated > 0 && t.undated(f.number(undated))}
    </>
  )
}
