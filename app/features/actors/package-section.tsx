import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import type { ActorPage } from './actor-page.server.ts'
import { Section } from './section.tsx'

/** The offers that complete each other, in the order they were chosen, each with what it adds. */
export function PackageSection({ page }: { page: ActorPage }) {
  const t = useMessages().actors
  const f = useFormat()
  const locale = useLocale()
  return (
    <Section id="paket" title={t.sections.package}>
      {page.steps.length === 0 ? (
        <p className="max-w-prose text-muted">{page.needs?.length === 0 ? t.package.noNeeds : t.package.empty}</p>
      ) : (
        <>
          <p className="mb-4 max-w-prose text-muted">{t.package.intro(f.percent(page.coverage))}</p>
          <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
            {page.steps.map((step, at) => (
              <li key={step.offerId} className="flex gap-4 p-4">
                <span className="tabular text-xl font-semibold text-accent" aria-hidden="true">
                  {f.number(at + 1)}
                </span>
                <div className="min-w-0">
                  <a href={`#${step.offerId}`} className="font-semibold">
                    {step.offerName}
                  </a>
                  <span className="block text-sm text-muted">{step.partnerName}</span>
                  <p className="mt-1">
                    {t.package.adds(f.list(step.adds.map((need) => termLabel(locale, 'need', need))))}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  )
}
