import { Button } from '#app/components/button.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { PlanPage, ToConfirmLine } from './plan-page.server.ts'

/** Offers shown before the rest is unfolded. */
const FIRST = 6

/** Places the plan may not spend before their partner confirms them, each with one tap that asks. */
export function ToConfirmSection({ page }: { page: PlanPage }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const { toConfirm } = page
  if (toConfirm.length === 0) return null
  const unasked = toConfirm.filter((one) => !one.confirmed && one.asked === null)
  const rest = toConfirm.slice(FIRST)
  return (
    <section id="konfirmasi" aria-labelledby="konfirmasi-judul">
      <h2 id="konfirmasi-judul" className="text-xl">
        {t.toConfirm}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t.toConfirmIntro}</p>
      {unasked.length > 1 && <AskForm page={page} offer="semua" label={t.askAll(f.number(unasked.length))} />}
      <List page={page} lines={toConfirm.slice(0, FIRST)} />
      {rest.length > 0 && (
        <Unfold summary={t.moreToConfirm(f.number(rest.length))}>
          <List page={page} lines={rest} />
        </Unfold>
      )}
    </section>
  )
}

function List({ page, lines }: { page: PlanPage; lines: readonly ToConfirmLine[] }) {
  return (
    <ul className="mt-4 grid gap-3 md:grid-cols-2">
      {lines.map((one) => (
        <Item key={one.offer} page={page} one={one} />
      ))}
    </ul>
  )
}

function Item({ page, one }: { page: PlanPage; one: ToConfirmLine }) {
  const t = useMessages().plans.result
  const f = useFormat()
  const name = page.offerNames[one.offer] ?? one.offer
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <p className="font-semibold">
        <a href={paths.offer(one.offer)} className="quiet-link">
          {name}
        </a>
      </p>
      <p className="mt-1">
        {one.asOf ? t.unconfirmedSince[one.reason](f.day(one.asOf)) : t.unconfirmed[one.reason]};{' '}
        {t.waitingActors(f.number(one.actors))}
      </p>
      <div className="mt-2">
        {one.confirmed ? (
          <Tag tone="leaf" icon="check">
            {t.confirmedNow}
          </Tag>
        ) : one.asked ? (
          <>
            <Tag tone="accent" icon="info">
              {t.askedOn(f.instant(one.asked.at))}
            </Tag>
            {one.asked.letters === 0 && <p className="mt-1 text-sm text-muted">{t.noAccount}</p>}
          </>
        ) : (
          <AskForm page={page} offer={one.offer} label={t.ask} of={name} />
        )}
      </div>
    </li>
  )
}

function AskForm({ page, offer, label, of }: { page: PlanPage; offer: string; label: string; of?: string }) {
  return (
    <form method="post" action={paths.plan(page.plan.id)} className="no-print mt-2">
      <input type="hidden" name="penawaran" value={offer} />
      <Button
        small
        look="secondary"
        name="tindakan"
        value="konfirmasi"
        {...(of ? { 'aria-label': `${label}: ${of}` } : {})}
      >
        {label}
      </Button>
    </form>
  )
}
