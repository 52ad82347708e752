import { Button } from '#app/components/button.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { POLICY_FIELDS } from './policy-fields.ts'
import type { PolicyPage } from './policy-page.server.ts'

/** Every version with its day; for the ministry also why, by whom, and the way back to it. */
export function PolicyVersions({ page }: { page: PolicyPage }) {
  const t = useMessages().policy
  const f = useFormat()
  return (
    <Section id="versi" title={t.versions}>
      <ul className="max-w-3xl space-y-4">
        {page.versions.map((one) => (
          <li key={one.version} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="font-semibold">{one.version}</span>
            {one.isActive && <Tag>{t.active}</Tag>}
            <span className="text-muted">
              {one.who === null ? f.instant(one.madeAt) : t.madeBy(f.instant(one.madeAt), one.who)}
            </span>
            {page.mayChange && !one.isActive && (
              <form method="post" className="no-print">
                <input type="hidden" name={POLICY_FIELDS.version} value={one.version} />
                <Button look="secondary" small name="intent" value="pakai" data-confirm={t.againQuestion(one.version)}>
                  {t.again}
                  <span className="sr-only"> {one.version}</span>
                </Button>
              </form>
            )}
            {one.note && <p className="w-full max-w-prose whitespace-pre-line">{one.note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
