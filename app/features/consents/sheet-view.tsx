import { Button, LinkButton } from '#app/components/button.tsx'
import { PageTitle } from '#app/components/page-title.tsx'
import { CONSENT_FIELDS, type ConsentPurpose, FIELDS_OF_PURPOSE } from '#app/domain/consent/receipt.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import type { ConsentSheet } from './consent-page.server.ts'
import { fillText } from './fill-text.ts'

const DOTS = '........................................................'

/** The form on paper, one page of A4 for each purpose; in Indonesian whatever the language of the site. */
export function SheetView({ sheet }: { sheet: ConsentSheet }) {
  const t = messagesFor('id').consents
  return (
    <div lang="id" className="mx-auto max-w-prose">
      <PageTitle>{t.sheet.title}</PageTitle>
      <div className="no-print mb-6 flex flex-wrap gap-2">
        <span className="js-only">
          <Button type="button" icon="print" data-print="">
            {t.sheet.print}
          </Button>
        </span>
        <LinkButton
          href={paths.actorConsentForm(sheet.actorId, sheet.name === null ? { isi: 1 } : {})}
          look="secondary"
        >
          {sheet.name === null ? t.sheet.filled : t.sheet.blank}
        </LinkButton>
        <LinkButton href={paths.actorConsents(sheet.actorId)} look="quiet">
          {t.sheet.back}
        </LinkButton>
      </div>
      {sheet.purposes.map((purpose, at) => (
        <Sheet key={purpose} sheet={sheet} purpose={purpose} isFirst={at === 0} />
      ))}
    </div>
  )
}

function Sheet({ sheet, purpose, isFirst }: { sheet: ConsentSheet; purpose: ConsentPurpose; isFirst: boolean }) {
  const t = messagesFor('id').consents
  const f = formatterFor('id')
  const text = sheet.texts.find((one) => one.purpose === purpose)!
  const isBlank = sheet.name === null
  const values = {
    mitra: sheet.partner ?? DOTS,
    data: t.sheet.ticked,
    sampai: isBlank ? DOTS : f.day(sheet.until),
  }
  const Heading = isFirst ? 'h1' : 'h2'
  return (
    <article
      className={
        isFirst ? '' : 'mt-12 border-t border-line pt-8 print:mt-0 print:break-before-page print:border-0 print:pt-0'
      }
    >
      <Heading className="text-2xl">{t.sheet.heading(t.purposes[purpose])}</Heading>
      <dl className="mt-4 grid grid-cols-[9rem_1fr] gap-x-4 gap-y-2">
        <dt>{t.sheet.name}</dt>
        <dd className="border-b border-edge">{sheet.name ?? ' '}</dd>
        <dt>{t.sheet.place}</dt>
        <dd className="border-b border-edge">{[sheet.village, sheet.regency].filter(Boolean).join(', ') || ' '}</dd>
        <dt>{t.sheet.code}</dt>
        <dd className="border-b border-edge">{sheet.code}</dd>
      </dl>
      <div className="mt-5 space-y-3 text-lg print:text-base">
        {fillText(text.body, values).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <p className="mt-5 font-semibold">{t.sheet.fields}</p>
      <ul className="mt-1 grid grid-cols-2 gap-x-6 gap-y-1">
        {CONSENT_FIELDS.filter((field) => FIELDS_OF_PURPOSE[purpose].includes(field)).map((field) => (
          <li key={field} className="flex items-center gap-3">
            <span aria-hidden="true" className="inline-block size-5 shrink-0 border border-ink" />
            {t.fields[field]}
          </li>
        ))}
      </ul>
      <p className="mt-5 font-semibold">{t.sheet.answer}</p>
      <p className="mt-1 flex flex-wrap gap-x-10 gap-y-1">
        {[t.sheet.yes, t.sheet.no].map((answer) => (
          <span key={answer} className="flex items-center gap-3">
            <span aria-hidden="true" className="inline-block size-5 shrink-0 border border-ink" />
            {answer}
          </span>
        ))}
      </p>
      <div className="mt-8 grid grid-cols-2 gap-10">
        {[t.sheet.signHer, t.sheet.signOfficer].map((who) => (
          <div key={who}>
            <p>{t.sheet.date}</p>
            <p className="mt-16 border-t border-ink pt-1">{who}</p>
          </div>
        ))}
      </div>
      <p className="mt-6 text-sm text-muted">{t.sheet.foot(text.id)}</p>
    </article>
  )
}
