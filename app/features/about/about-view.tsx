import type { ReactNode } from 'react'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { AboutPage } from './about-page.server.ts'
import { FigureTable } from './figure-table.tsx'
import { ModelDistrictTable } from './model-district-table.tsx'

export function AboutView({ page }: { page: AboutPage }) {
  const t = useMessages().about
  const sections = [
    { id: 'situs', title: t.what.title, body: <What /> },
    { id: 'daerah-model', title: t.districts.title, body: <ModelDistrictTable districts={page.districts} /> },
    { id: 'angka', title: t.figures.title, body: <FigureTable figures={page.figures} /> },
    { id: 'sumber', title: t.sources.title, body: <Sources /> },
    { id: 'rekaan', title: t.demo.title, body: <Paragraphs texts={t.demo.paragraphs} /> },
  ]
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <nav aria-label={t.contents} className="no-print mb-10">
        <ul className="flex flex-wrap gap-x-6">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-11 items-center">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="space-y-14">
        {sections.map(({ id, title, body }) => (
          <Section key={id} id={id} title={title}>
            {body}
          </Section>
        ))}
      </div>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-judul`}>
      <h2 id={`${id}-judul`} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return (
    <div className="max-w-prose space-y-3">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

function What() {
  const t = useMessages().about.what
  return (
    <div className="space-y-3">
      <Paragraphs texts={t.paragraphs} />
      <p>
        <a href={paths.policy()}>{t.policy}</a>
      </p>
    </div>
  )
}

function Sources() {
  const t = useMessages().about.sources
  const entries = [
    [t.partners, t.partnersText],
    [t.rules, t.rulesText],
    [t.regions, t.regionsText],
    [t.boundaries, t.boundariesText],
    [t.places, t.placesText],
    [t.font, t.fontText],
  ] as const
  return (
    <dl className="grid max-w-4xl gap-x-8 gap-y-4 md:grid-cols-[16rem_1fr]">
      {entries.map(([term, text]) => (
        <div key={term} className="md:contents">
          <dt className="font-semibold">{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
