import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { PolicyRefusal } from './change-policy.server.ts'
import { FIELD_GROUPS, fieldsOf } from './policy-fields.ts'
import { PolicyForm } from './policy-form.tsx'
import type { PolicyPage } from './policy-page.server.ts'
import { PolicyVersions } from './policy-versions.tsx'
import { policyNumber } from './read-policy-form.ts'

/** The matching policy: how fit and confidence are counted, to everybody; for the ministry the form that changes it. */
export function PolicyView({ page, refusal }: { page: PolicyPage; refusal: PolicyRefusal | null }) {
  const t = useMessages().policy
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader
        title={t.title}
        kicker={t.version(page.policy.version)}
        intro={t.intro}
        trail={[{ href: paths.about(), label: t.trail }]}
      />
      <div className="space-y-12">
        {page.mayChange ? <PolicyForm page={page} refusal={refusal} /> : <Numbers page={page} />}
        <PolicyVersions page={page} />
      </div>
    </>
  )
}

function Numbers({ page }: { page: PolicyPage }) {
  const t = useMessages().policy
  const f = useFormat()
  const { policy } = page
  return (
    <Section id="angka" title={t.numbers}>
      <div className="grid max-w-4xl gap-x-12 gap-y-8 md:grid-cols-2">
        {FIELD_GROUPS.map((group) => (
          <div key={group}>
            <h3 className="mb-1 text-lg">{t.groups[group]}</h3>
            <dl className="divide-y divide-line">
              {fieldsOf(group).map((field) => (
                <div key={field} className="flex justify-between gap-4 py-1.5">
                  <dt>{t.fields[field]}</dt>
                  <dd className="tabular font-semibold">{f.number(policyNumber(policy, field))}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      <p className="mt-8 max-w-prose">
        {t.ranks}: <strong className="tabular">{policy.needRanks.map((rank) => f.number(rank)).join(', ')}</strong>
      </p>
      <p className="mt-4 max-w-prose">
        {t.changeable}:{' '}
        {f.list(page.facts.filter(({ id }) => policy.changeable.includes(id)).map(({ label }) => label))}
      </p>
    </Section>
  )
}
