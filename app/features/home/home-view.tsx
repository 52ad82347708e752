import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/components/button.tsx'
import { Card, CardList } from '#app/components/card.tsx'
import { Figure } from '#app/components/figure.tsx'
import { PageTitle } from '#app/components/page-title.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { HomePage } from './home-page.server.ts'

export function HomeView({ page }: { page: HomePage }) {
  const t = useMessages()
  return (
    <>
      <PageTitle>{t.home.documentTitle}</PageTitle>
      <div className="grid gap-x-16 gap-y-10 pt-2 sm:pt-4 lg:grid-cols-[1fr_21rem]">
        <section className="max-w-prose min-w-0">
          <h1 className="text-2xl sm:text-3xl">{t.home.title}</h1>
          <p className="mt-4 text-lg text-muted">{t.home.intro}</p>
          <HomeSearch />
        </section>
        <Counts page={page} />
      </div>
      <Entrances page={page} />
      <Moves page={page} />
    </>
  )
}

function HomeSearch() {
  const t = useMessages()
  return (
    <form method="get" action={paths.partners()} className="mt-6 max-w-2xl" aria-label={t.common.search.label}>
      <label htmlFor="cari" className="font-semibold">
        {t.common.search.label}
      </label>
      <p id="cari-hint" className="text-sm text-muted">
        {t.home.searchHint}
      </p>
      <div className="mt-2 flex gap-2">
        <input
          id="cari"
          type="search"
          name="q"
          autoComplete="off"
          aria-describedby="cari-hint"
          placeholder={t.common.search.placeholder}
          className="h-12 min-w-0 flex-1 rounded border border-edge bg-surface px-4"
        />
        <Button icon="search" className="min-h-12">
          {t.common.search.submit}
        </Button>
      </div>
    </form>
  )
}

function Counts({ page }: { page: HomePage }) {
  const t = useMessages()
  const f = useFormat()
  const { current, unverified, historical } = page.offers
  return (
    <section aria-labelledby="isi-saat-ini" className="rounded-lg border border-line bg-surface px-5 py-4">
      <h2 id="isi-saat-ini" className="font-semibold">
        {t.home.counts.title}
      </h2>
      <dl className="tabular divide-y divide-line">
        <Count value={f.number(page.partners)} label={t.home.counts.partners} />
        <Count value={f.number(current + unverified)} label={t.home.counts.offers}>
          {t.home.counts.offersParts(f.number(current), f.number(unverified), f.number(historical))}
        </Count>
        <Count
          value={f.number(page.actors)}
          label={page.rounded ? t.home.counts.actorsRounded : t.home.counts.actors}
          mark={page.demoActors > 0 && <Tag>{t.home.counts.demo(f.number(page.demoActors))}</Tag>}
        />
        <Count
          value={f.number(page.regencies.withActors)}
          label={t.home.counts.regencies(f.number(page.regencies.all))}
        />
      </dl>
    </section>
  )
}

function Count(props: { value: string; label: string; mark?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-row-reverse items-baseline justify-end gap-3 py-2.5">
      <dt>
        {props.label} {props.mark}
        {props.children && <span className="block text-sm text-muted">{props.children}</span>}
      </dt>
      <dd className="min-w-16 text-end text-xl font-semibold">{props.value}</dd>
    </div>
  )
}

function Entrances({ page }: { page: HomePage }) {
  const may = page.entrances
  const { entrances } = useMessages().home
  return (
    <section aria-labelledby="mulai" className="mt-12 sm:mt-16">
      <h2 id="mulai" className="mb-4 text-xl">
        {entrances.title}
      </h2>
      <CardList columns={3}>
        <Card title={entrances.district.title}>
          <p>{entrances.district.text}</p>
          <div className="mt-4 flex flex-col items-start gap-1">
            {may.imports && (
              <LinkButton href={paths.imports()} icon="upload">
                {entrances.district.import}
              </LinkButton>
            )}
            {may.boards && <TextLink href={paths.boards()}>{entrances.district.board}</TextLink>}
          </div>
        </Card>
        <Card title={entrances.partner.title}>
          <p>{entrances.partner.text}</p>
          <div className="mt-4 flex flex-col items-start gap-1">
            <LinkButton href={paths.partners()} look="secondary" icon="partner">
              {entrances.partner.search}
            </LinkButton>
          </div>
        </Card>
        <Card title={entrances.ministry.title}>
          <p>{entrances.ministry.text}</p>
          <div className="mt-4 flex flex-col items-start gap-1">
            {may.national && (
              <LinkButton href={paths.national()} look="secondary" icon="place">
                {entrances.ministry.national}
              </LinkButton>
            )}
            <TextLink href={paths.about()}>{entrances.ministry.about}</TextLink>
          </div>
        </Card>
      </CardList>
    </section>
  )
}

function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      {children}
    </a>
  )
}

function Moves({ page }: { page: HomePage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  return (
    <section aria-labelledby="naik-kelas" className="mt-12 sm:mt-16">
      <h2 id="naik-kelas" className="text-xl">
        {t.home.moves.title}
      </h2>
      <div className="mt-4 grid gap-6 md:grid-cols-2">
        {page.moves.map((figure) => (
          <Figure
            key={figure.id}
            value={figure.values.map(({ value }) => f.number(value)).join(', ')}
            label={locale === 'id' ? figure.measure_id : figure.measure_en}
            denominator={figure.denominator}
            source={{ name: figure.source_name, href: figure.source_url }}
            date={f.day(figure.source_date)}
          />
        ))}
      </div>
      <p className="mt-4 max-w-prose text-sm text-muted">
        {t.home.moves.note} <a href={`${paths.about()}#angka`}>{t.home.moves.all}</a>
      </p>
    </section>
  )
}
