import { Notice } from '#app/components/notice.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { LoadSummary } from '#app/intake/load/summary.ts'
import { fieldLabel } from '#app/intake/sentences.ts'

/** Which heading was read as what, what was not read and why, which cells were left unknown. */
export function ImportMapping({ summary }: { summary: LoadSummary }) {
  const t = useMessages().intake
  const locale = useLocale()
  const f = useFormat()
  return (
    <div className="space-y-8">
      {summary.notices.length > 0 && (
        <Notice kind="warning" title={t.notices.title}>
          <ul className="space-y-1">
            {summary.notices.map(({ column, code, cells }) => (
              <li key={code + column}>{t.notices[code](column, f.number(cells))}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <HeadingList
          id="kolom-dibaca"
          title={t.mapping.title}
          lines={summary.columns.map(({ heading, field, term }) => [heading, fieldLabel(locale, field, term)])}
        />
        {summary.ignored.length > 0 && (
          <HeadingList
            id="kolom-dilewati"
            title={t.mapping.ignoredTitle}
            lines={summary.ignored.map(({ heading, reason }) => [heading, t.mapping.reasons[reason]])}
          />
        )}
      </div>
    </div>
  )
}

/** A heading of the file on the left, what it came to on the right; stays two columns on a phone. */
function HeadingList(props: { id: string; title: string; lines: readonly (readonly [string, string])[] }) {
  return (
    <section aria-labelledby={props.id} className="min-w-0">
      <h2 id={props.id} className="mb-2 text-xl">
        {props.title}
      </h2>
      <dl>
        {props.lines.map(([heading, meaning], at) => (
          <div key={`${heading}-${at}`} className="grid grid-cols-[2fr_3fr] gap-x-4 border-b border-line py-2">
            <dt className="min-w-0 font-semibold">{heading}</dt>
            <dd className="min-w-0">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
