import type { FactValue } from '#app/domain/values/facts.ts'
import { FACT_IDS } from '#app/domain/values/facts.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { factValueText } from '#app/i18n/fact-text.ts'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { KnownAbout } from './known-about.server.ts'

/** Everything known about her, in words she can be read. */
export function KnownSection({ known }: { known: KnownAbout }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const terms = (kind: 'sector' | 'need', ids: readonly string[] | null) =>
    ids === null ? null : ids.length === 0 ? t.rights.none : f.list(ids.map((id) => termLabel(locale, kind, id)))
  const lines: readonly (readonly [string, string | null])[] = [
    [t.rights.fields.name, known.name],
    [t.rights.fields.business_name, known.businessName],
    [t.rights.fields.regency, known.regency],
    [t.rights.fields.village, known.village],
    [t.rights.fields.products, known.products],
    [t.rights.fields.sectors, terms('sector', known.sectors)],
    [t.rights.fields.needs, terms('need', known.needs)],
    [t.rights.fields.cluster, known.cluster && `${known.cluster}, ${termLabel(locale, 'cluster', known.cluster)}`],
    [t.rights.fields.phone, known.phoneKept ? t.rights.phoneKept : t.rights.phoneNone],
    ...FACT_IDS.map((fact) => {
      const value = known.facts[fact] as FactValue | null | undefined
      return [
        termLabel(locale, 'fact', fact),
        value === null || value === undefined ? null : factValueText(locale, fact, value),
      ] as const
    }),
    [t.rights.fields.recorded, f.instant(known.createdAt)],
    [
      t.rights.fields.companions,
      known.companions.length === 0 ? t.rights.none : f.list(known.companions.map(({ name }) => name)),
    ],
  ]
  return (
    <div className="min-w-0 space-y-8">
      <section aria-labelledby="diketahui">
        <h2 id="diketahui" className="mb-3 text-xl">
          {t.rights.sections.known}
        </h2>
        <dl className="divide-y divide-line rounded-lg border border-line bg-surface">
          {lines.map(([term, value]) => (
            <div key={term} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[14rem_1fr]">
              <dt className="text-muted">{term}</dt>
              <dd>{value ?? <span className="text-muted">{t.common.unknown}</span>}</dd>
            </div>
          ))}
        </dl>
      </section>
      <List
        id="dibagikan"
        title={t.rights.sections.consents}
        empty={t.rights.noConsents}
        lines={known.consents.map((one) =>
          t.rights.consent(
            one.partner,
            t.consents.purposes[one.purpose],
            t.consents.states[one.state],
            f.day(one.expiresOn),
            f.number(one.evidence.length),
          ),
        )}
      />
      <List
        id="usulan"
        title={t.rights.sections.proposals}
        empty={t.rights.noProposals}
        lines={known.proposals.flatMap((one) => [
          t.rights.proposal(one.offer, one.partner, t.proposals.states[one.state]),
          ...one.said.map(({ where, text }) => t.rights.said(t.rights.where[where], text)),
          ...one.files.map(({ name }) => t.rights.file(name)),
        ])}
      />
      <List
        id="keputusan"
        title={t.rights.sections.decisions}
        empty={t.rights.noDecisions}
        lines={[
          ...known.decisions.map((one) =>
            t.rights.decision(f.instant(one.at), t.overrides.kinds[one.kind], one.offer, one.text),
          ),
          ...known.programmes.map((one) => t.rights.programme(one.title, one.offer)),
          ...known.requests.map((one) => t.rights.request(one.partner, one.offer)),
          ...known.plans.map((one) => t.rights.plan(one.plan, f.number(one.places.length))),
        ]}
      />
      <List
        id="perubahan"
        title={t.rights.sections.changes}
        empty={t.rights.noChanges}
        lines={known.changes.map((one) =>
          t.rights.change(
            f.instant(one.at),
            t.rights.fields[one.what as 'name'] ?? termLabel(locale, 'fact', one.what),
          ),
        )}
      />
      <p>
        <a href={paths.actorTrail(known.id)}>{t.rights.trail(f.number(known.audit.length))}</a>
      </p>
    </div>
  )
}

function List(props: { id: string; title: string; empty: string; lines: readonly string[] }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="mb-2 text-xl">
        {props.title}
      </h2>
      {props.lines.length === 0 ? (
        <p className="text-muted">{props.empty}</p>
      ) : (
        <ul className="list-disc space-y-1 ps-5">
          {props.lines.map((line, at) => (
            <li key={`${at} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
