import { LinkButton } from '#app/components/button.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { problemSentence } from '#app/intake/sentences.ts'
import { paths } from '#app/lib/paths.ts'
import type { ImportPage } from './import-page.server.ts'
import { REJECTS_KEPT_DAYS } from './rejects-kept.ts'

/** The rejected rows with what is wrong, and the file in which to mend them. */
export function ImportRejects({ page }: { page: ImportPage }) {
  const t = useMessages().intake
  const locale = useLocale()
  const f = useFormat()
  const total = page.summary?.rows.rejected ?? 0
  if (total === 0) return null
  return (
    <section aria-labelledby="ditolak">
      <h2 id="ditolak" className="text-xl">
        {t.rejects.title}
      </h2>
      {page.rejects.length === 0 ? (
        <p className="mt-2 text-muted">{t.rejects.expired(f.number(REJECTS_KEPT_DAYS))}</p>
      ) : (
        <>
          <p className="mt-2 max-w-prose">
            {t.rejects.howTo} {t.rejects.intro(f.number(page.rejects.length), f.number(total))}
          </p>
          <div className="my-4 flex flex-wrap gap-2">
            <LinkButton href={paths.importRejects(page.id, 'xlsx')} look="secondary" icon="download">
              {t.rejects.xlsx}
            </LinkButton>
            <LinkButton href={paths.importRejects(page.id, 'csv')} look="secondary" icon="download">
              {t.rejects.csv}
            </LinkButton>
          </div>
          <ul className="max-w-prose border-t border-edge">
            {page.rejects.map(({ row, problems }) => (
              <li key={row} className="gap-x-6 border-b border-line py-3 sm:flex">
                <span className="tabular block shrink-0 font-semibold sm:w-28">{`${t.rejects.row} ${f.number(row)}`}</span>
                <ul className="min-w-0 space-y-1">
                  {problems.map((problem) => (
                    <li key={problem.code + problem.column + problem.value}>
                      {problem.column && <span className="font-semibold">{`${problem.column}: `}</span>}
                      {problemSentence(locale, problem)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
