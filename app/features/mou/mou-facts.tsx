import type { ReactNode } from 'react'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { MouPage } from './mou-page.server.ts'

/** Parties, region, dates and document of an MoU; what nobody knows yet is said to be unknown. */
export function MouFacts({ page }: { page: MouPage }) {
  const t = useMessages().mou
  const p = t.page
  const f = useFormat()
  const day = (text: string | null) => (text === null ? t.unknownDay : f.day(text))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      p.partner,
      page.partner === null ? (
        t.unknownPartner
      ) : (
        <a key="partner" href={paths.partner(page.partner.id)}>
          {page.partner.name}
        </a>
      ),
    ],
    [p.parties, page.parties ?? t.unknownPartner],
    [p.regions, page.places.length === 0 ? t.noLimit : f.list(page.places)],
    [
      p.period,
      page.startsOn === null && page.endsOn === null
        ? t.unknownDay
        : p.periodText(day(page.startsOn), day(page.endsOn)),
    ],
    [p.number, page.number ?? t.unknownDay],
    [p.document, <Document key="document" page={page} />],
    ...(page.note ? [[t.form.note, page.note] as const] : []),
  ]
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="font-semibold">{label}</dt>
          <dd className="whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The uploaded document, the address of one, both, or that there is none. */
function Document({ page }: { page: MouPage }) {
  const p = useMessages().mou.page
  const f = useFormat()
  if (page.document === null && page.documentUrl === null) return p.noDocument
  return (
    <>
      {page.document && (
        <span className="block">
          <a href={paths.mouDocument(page.id)} className="break-all" download>
            {page.document.name}
          </a>{' '}
          <span className="text-sm text-muted">({f.bytes(page.document.bytes)})</span>
        </span>
      )}
      {page.documentUrl && (
        <a href={page.documentUrl} rel="noreferrer" className="break-all">
          {page.documentUrl}
        </a>
      )}
    </>
  )
}
