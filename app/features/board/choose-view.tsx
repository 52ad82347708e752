import { Button, LinkButton } from '#app/components/button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ChoosePage, PlaceSearch } from './choose-page.server.ts'
import { PlaceList } from './place-list.tsx'
import { MapLegend, RegionMap } from './region-map.tsx'

export function ChooseView({ page }: { page: ChoosePage }) {
  const t = useMessages().board
  return (
    <>
      {page.province ? (
        <PageHeader
          title={page.province.name}
          trail={page.mayLeaveProvince ? [{ href: paths.boards(), label: t.page.trail }] : []}
        />
      ) : (
        <PageHeader
          title={t.choose.title}
          intro={t.choose.intro}
          actions={
            page.mayRunNational && (
              <LinkButton href={paths.national()} look="secondary" icon="list">
                {t.choose.national}
              </LinkButton>
            )
          }
        />
      )}
      <PlaceSearchForm q={page.q} />
      {page.search && <SearchOutcome search={page.search} />}
      {page.province ? <Province page={page} /> : <Country page={page} />}
    </>
  )
}

function PlaceSearchForm({ q }: { q: string }) {
  const t = useMessages().board.choose.search
  return (
    <form method="get" action={paths.boards()} className="max-w-2xl">
      <label htmlFor="daerah" className="font-semibold">
        {t.label}
      </label>
      <p id="daerah-hint" className="text-sm text-muted">
        {t.hint}
      </p>
      <div className="mt-2 flex gap-2">
        <input
          id="daerah"
          type="search"
          name="q"
          defaultValue={q}
          autoComplete="off"
          required
          maxLength={120}
          aria-describedby="daerah-hint"
          className="h-12 min-w-0 flex-1 rounded border border-edge bg-surface px-4"
        />
        <Button icon="search" className="min-h-12">
          {t.submit}
        </Button>
      </div>
    </form>
  )
}

function SearchOutcome({ search }: { search: PlaceSearch }) {
  const t = useMessages().board.choose
  const words = {
    several: [t.several(search.text), t.severalText],
    resemble: [t.resemble(search.text), t.resembleText],
    nothing: [t.nothing(search.text), t.nothingText],
  }[search.outcome]
  return (
    <section aria-labelledby="hasil-cari" className="mt-6 max-w-2xl rounded border border-edge bg-surface p-4 sm:p-5">
      <h2 id="hasil-cari" className="text-lg">
        {words[0]}
      </h2>
      <p className="text-muted">{words[1]}</p>
      {search.places.length > 0 && (
        <div className="mt-2">
          <PlaceList places={search.places} label={words[1]!} columns="" withProvince />
        </div>
      )}
    </section>
  )
}

function Country({ page }: { page: ChoosePage }) {
  const t = useMessages().board.choose
  const f = useFormat()
  const { places, all } = page.models
  return (
    <>
      <section aria-labelledby="daerah-model" className="mt-10">
        <h2 id="daerah-model" className="text-xl">
          {t.models}
        </h2>
        <p className="mt-1 mb-3 text-muted">
          {t.modelsNote(f.number(places.length), f.number(all), f.number(all - places.length))}{' '}
          <a href={`${paths.about()}#daerah-model`}>{t.modelsMore}</a>
        </p>
        <PlaceList places={places} label={t.models} columns="sm:columns-2 lg:columns-3" withProvince />
      </section>
      <section aria-labelledby={RESULTS_ID} className="mt-12">
        <h2 id={RESULTS_ID} className="text-xl">
          {t.provinces}
        </h2>
        <Totals page={page} />
        <div className="mt-4 rounded-lg border border-line bg-surface p-3 sm:p-5">
          <RegionMap page={page} />
          <div className="mt-4 border-t border-line pt-3">
            <MapLegend page={page} />
          </div>
        </div>
        <h3 className="mt-8 mb-2 text-lg">{t.listProvinces}</h3>
        <PlaceList places={page.places} label={t.listProvinces} columns="sm:columns-2 lg:columns-3" />
      </section>
    </>
  )
}

function Province({ page }: { page: ChoosePage }) {
  const t = useMessages().board.choose
  return (
    <section aria-labelledby={RESULTS_ID} className="mt-8">
      <h2 id={RESULTS_ID} className="text-xl">
        {t.regencies(page.province!.name)}
      </h2>
      <Totals page={page} />
      <div className="mt-4 grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="rounded-lg border border-line bg-surface p-3 sm:p-5 lg:sticky lg:top-4">
          <RegionMap page={page} />
          <div className="mt-4 border-t border-line pt-3">
            <MapLegend page={page} />
          </div>
        </div>
        <div>
          <h3 className="mb-1 text-lg">{t.listRegencies}</h3>
          <PlaceList places={page.places} label={t.listRegencies} columns="" withMark />
        </div>
      </div>
    </section>
  )
}

function Totals({ page }: { page: ChoosePage }) {
  const t = useMessages().board.choose
  const f = useFormat()
  const { actors, filled, all, demo, withoutPlace } = page.totals
  const demoNote = page.province || demo === 0 ? '' : ` (${t.demo(f.number(demo))})`
  return (
    <p className="mt-1 text-muted">
      {t.total(f.number(actors), f.number(filled), f.number(all))}
      {demoNote}, {t.asOf(f.day(page.today))}.
      {!page.province && withoutPlace > 0 && ` ${t.withoutPlace(f.number(withoutPlace))}`}
    </p>
  )
}
