import { Table } from '#app/components/table.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import type { PlanResult } from '#app/domain/planning/plan-result.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { PlanPage } from './plan-page.server.ts'

const PLACES_SHOWN = 300
/** Places before the rest is unfolded. */
const FIRST_PLACES = 25
const AWARDS_SHOWN = 200

/** Places per offer, kabupaten, cluster and need. */
export function PlanPlaces({ page, answer }: { page: PlanPage; answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const locale = useLocale()
  const shown = answer.places.slice(0, PLACES_SHOWN)
  const rest = shown.slice(FIRST_PLACES)
  const table = (rows: typeof shown, from: number, showCaption: boolean) => (
    <Table
      caption={t.places}
      showCaption={showCaption}
      columns={[
        { key: 'name', label: t.offer },
        { key: 'area', label: t.area },
        { key: 'cluster', label: t.cluster },
        { key: 'need', label: t.need },
        { key: 'places', label: t.placed, numeric: true },
      ]}
      rows={rows.map((one, at) => ({
        id: `bagian-${from + at}`,
        cells: {
          name: page.offerNames[one.offer] ?? one.offer,
          area: page.regionNames[one.regency] ?? one.regency,
          cluster: one.cluster === null ? t.clusterUnknown : termLabel(locale, 'cluster', one.cluster),
          need: termLabel(locale, 'need', one.need),
          places: f.number(one.places),
        },
      }))}
    />
  )
  return (
    <section>
      {table(shown.slice(0, FIRST_PLACES), 0, true)}
      {rest.length > 0 && (
        <Unfold summary={t.moreRows(f.number(rest.length))}>
          {table(rest, FIRST_PLACES, false)}
          {answer.places.length > PLACES_SHOWN && (
            <p className="mt-2 text-sm text-muted">{t.shown(f.number(PLACES_SHOWN), f.number(answer.places.length))}</p>
          )}
        </Unfold>
      )}
    </section>
  )
}

/** Who got a place, by code, and the rule by which it was she. */
export function PlanAwards({ page, answer }: { page: PlanPage; answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const locale = useLocale()
  const { awards } = answer
  if (awards.length === 0) return null
  return (
    <section aria-labelledby="penerima">
      <h2 id="penerima" className="text-xl">
        {t.awards(f.number(awards.length))}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t.fairRule(f.number(page.plan.scenario.seed))}</p>
      <div className="mt-3">
        <Unfold summary={t.showAwards}>
          <Table
            caption={t.awards(f.number(awards.length))}
            columns={[
              { key: 'actor', label: t.actor },
              { key: 'offer', label: t.offer },
              { key: 'need', label: t.need },
              { key: 'how', label: t.how },
            ]}
            rows={awards.slice(0, AWARDS_SHOWN).map((one) => ({
              id: `penerima-${one.actor}-${one.offer}`,
              href: paths.actor(one.actor),
              cells: {
                actor: one.actor,
                offer: page.offerNames[one.offer] ?? one.offer,
                need: termLabel(locale, 'need', one.need),
                how: one.pinned ? t.byHand : t.byRule,
              },
            }))}
          />
          {awards.length > AWARDS_SHOWN && (
            <p className="mt-2 text-sm text-muted">{t.shown(f.number(AWARDS_SHOWN), f.number(awards.length))}</p>
          )}
        </Unfold>
      </div>
    </section>
  )
}

/** Needs without a place, by reason. */
export function PlanUnplaced({ answer }: { answer: PlanResult }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const needs = new Map<keyof typeof t.reasons, number>()
  for (const one of answer.unplaced) needs.set(one.reason, (needs.get(one.reason) ?? 0) + one.needs)
  return (
    <section aria-labelledby="belum">
      <h2 id="belum" className="text-xl">
        {t.unplaced}
      </h2>
      {needs.size === 0 ? (
        <p className="mt-2 text-muted">{t.allPlaced}</p>
      ) : (
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {[...needs].map(([reason, count]) => (
            <li key={reason}>
              <strong>{f.number(count)}</strong> {t.reasons[reason]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
