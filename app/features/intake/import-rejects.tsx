import { LinkButton } from '#app/components/button.tsx'
import { Table } from '#app/components/table.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { problemSentence } from '#app/intake/sentences.ts'
import { paths } from '#app/lib/paths.ts'
import type { ImportPage } from './import-page.server.ts'

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
        <p className="mt-2 text-muted">{t.rejects.expired}</p>
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
          <Table
            caption={t.rejects.title}
            columns={[
              { key: 'row', label: t.rejects.row },
              { key: 'problem', label: t.rejects.problem },
            ]}
            rows={page.rejects.map(({ row, problems }) => ({
              id: `tolak-${row}`,
              cells: {
                row: `${t.rejects.row} ${f.number(row)}`,
                problem: (
                  <ul className="space-y-1">
                    {problems.map((problem) => (
                      <li key={problem.code + problem.column + problem.value}>
                        {problem.column && <strong>{`${problem.column}: `}</strong>}
                        {problemSentence(locale, problem)}
                      </li>
                    ))}
                  </ul>
                ),
              },
            }))}
          />
        </>
      )}
    </section>
  )
}
