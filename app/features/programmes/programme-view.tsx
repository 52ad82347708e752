import type { ReactNode } from 'react'
import { LinkButton } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { DistrictTodoView } from './district-todo-view.tsx'
import { DocumentsView } from './documents-view.tsx'
import type { DeskRefusal } from './programme-action.server.ts'
import { ProgrammeDeskView } from './programme-desk-view.tsx'
import { ProgrammeFiguresView } from './programme-figures-view.tsx'
import type { ProgrammePage } from './programme-page.server.ts'
import { ProgrammeTags, usePeriod } from './programme-tags.tsx'

/** A programme: to everybody what it is and what came of it, to its makers the desk, to a district its to-do. */
export function ProgrammeView({ page, refusal }: { page: ProgrammePage; refusal: DeskRefusal | null }) {
  const { programmes: t, common } = useMessages()
  const done = page.done === null ? undefined : t.desk.done[page.done]
  const wrongFile = page.fileProblem
    ? [{ field: page.desk ? 'dokumen' : 'dokumen-program', message: common.upload.problems[page.fileProblem] }]
    : []
  return (
    <>
      <ErrorSummary errors={[...(refusal?.errors ?? []), ...wrongFile]} />
      <PageHeader
        title={page.title}
        trail={[{ href: paths.programmes(), label: t.title }]}
        marks={<ProgrammeTags state={page.state} labels={page.labels} isDemo={page.isDemo} />}
        actions={
          page.desk?.mayEdit && (
            <LinkButton look="secondary" href={paths.editProgramme(page.id)}>
              {t.page.edit}
            </LinkButton>
          )
        }
      />
      {done && page.desk && !refusal && (
        <div className="mb-8">
          <Notice kind="success" live title={done} />
        </div>
      )}
      <div className="space-y-12">
        <p className="max-w-prose text-lg whitespace-pre-line">{page.aim || t.page.noAim}</p>
        <ProgrammeFacts page={page} />
        {page.figures && <ProgrammeFiguresView page={page} figures={page.figures} />}
        {page.kpis.length > 0 && <Kpis page={page} />}
        <DocumentsView page={page} />
        {page.todo && <DistrictTodoView todo={page.todo} />}
        {page.desk && <ProgrammeDeskView page={page} desk={page.desk} refusal={refusal} />}
      </div>
    </>
  )
}

function ProgrammeFacts({ page }: { page: ProgrammePage }) {
  const t = useMessages().programmes
  const f = useFormat()
  const period = usePeriod()
  const link = (one: { readonly id: string; readonly title: string }) => (
    <a key={one.id} href={paths.programme(one.id)} className="block">
      {one.title}
    </a>
  )
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.page.period, period(page.startsOn, page.endsOn)],
    ...(page.publishedOn ? [[t.page.published, f.day(page.publishedOn)] as const] : []),
    [t.page.partners, <Partners key="mitra" page={page} />],
    [t.page.places, <Places key="wilayah" page={page} />],
    ...(page.origin ? [[t.page.origin, link(page.origin)] as const] : []),
    ...(page.replications.length > 0 ? [[t.page.replications, page.replications.map(link)] as const] : []),
  ]
  return (
    <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="font-semibold max-sm:-mb-3">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Partners({ page }: { page: ProgrammePage }) {
  const t = useMessages().programmes
  if (page.partners.length === 0) return <>{t.lacks.offers}</>
  return (
    <ul className="space-y-1">
      {page.partners.map((partner) => (
        <li key={partner.id}>
          <a href={paths.partner(partner.id)} className="font-semibold">
            {partner.name}
          </a>
          :{' '}
          {partner.offers.map((offer, at) => (
            <span key={offer.id}>
              {at > 0 && ', '}
              <a href={paths.offer(offer.id)}>{offer.name}</a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Places({ page }: { page: ProgrammePage }) {
  const t = useMessages().programmes
  const f = useFormat()
  if (page.regions.length === 0) return <>{t.lacks.regencies}</>
  return (
    <ul className="space-y-1">
      {page.regions.map((region) => (
        <li key={region.code} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {region.name}
          {region.target !== null && <span className="text-muted">({t.page.target(f.number(region.target))})</span>}
          {region.labels.map(({ label, village }) => (
            <Tag key={`${label} ${village}`}>
              {village ? t.page.village(t.labels[label], village) : t.labels[label]}
            </Tag>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Kpis({ page }: { page: ProgrammePage }) {
  const t = useMessages().programmes
  const f = useFormat()
  return (
    <Section id="ukuran" title={t.page.kpis}>
      <ul className="list-disc space-y-2 ps-5">
        {page.kpis.map((kpi) => (
          <li key={kpi.words ?? kpi.measure}>
            {kpi.words ?? t.page.kpiGoal(f.percent((kpi.percent ?? 0) / 100), t.measures[kpi.measure])}
            {kpi.measure !== 'own' && page.figures && (
              <span className="text-muted">
                {'; '}
                {kpi.reached === null || kpi.reached.value === null
                  ? t.page.kpiUnknown
                  : t.page.kpiReached(
                      f.percent(kpi.reached.value),
                      f.number(kpi.reached.part),
                      f.number(kpi.reached.of),
                    )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
