import { Button, LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field, TextField } from '#app/components/field.tsx'
import { Icon } from '#app/components/icon.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { fileErrorSentence } from '#app/intake/sentences.ts'
import { paths } from '#app/lib/paths.ts'
import { BatchStatusTag } from './batch-status-tag.tsx'
import type { BatchLine, ImportsPage } from './import-page.server.ts'
import type { UploadRefusal } from './preview-import.server.ts'

/** The upload form, what it takes, and what was loaded before. */
export function ImportsView({ page, refusal }: { page: ImportsPage; refusal: UploadRefusal | null }) {
  const t = useMessages().intake
  return (
    <>
      <PageHeader title={t.title} intro={page.office === null ? t.intro : `${t.intro} ${t.office(page.office)}`} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <UploadForm page={page} refusal={refusal} />
        <Accepted />
      </div>
      <section aria-labelledby="riwayat" className="mt-12 sm:mt-16">
        <h2 id="riwayat" className="mb-4 text-xl">
          {t.history.title}
        </h2>
        {page.batches.length > 0 ? (
          <History batches={page.batches} />
        ) : (
          <EmptyState title={t.history.none} text={t.history.noneText} level={3} />
        )}
      </section>
    </>
  )
}

function useRefusalText(refusal: UploadRefusal | null): string | undefined {
  const t = useMessages().intake.form.errors
  const locale = useLocale()
  if (!refusal) return undefined
  if (refusal.file) return fileErrorSentence(locale, refusal.file.code, refusal.file.values)
  return refusal.form ? t[refusal.form] : undefined
}

function UploadForm({ page, refusal }: { page: ImportsPage; refusal: UploadRefusal | null }) {
  const t = useMessages().intake.form
  const f = useFormat()
  const message = useRefusalText(refusal)
  const errorOf = (field: UploadRefusal['field']) => (refusal?.field === field && message ? { error: message } : {})
  return (
    <section aria-labelledby="pilih-berkas" className="min-w-0">
      <ErrorSummary errors={refusal && message ? [{ field: refusal.field, message }] : []} />
      <form
        method="post"
        action={paths.imports()}
        encType="multipart/form-data"
        className="space-y-6 rounded-lg border border-line bg-surface p-4 sm:p-6"
      >
        <h2 id="pilih-berkas" className="text-xl">
          {t.title}
        </h2>
        <Field name="berkas" label={t.file} hint={t.fileHint(f.number(page.limitMegabytes))} {...errorOf('berkas')}>
          {(control) => (
            <input
              type="file"
              required
              accept=".xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              {...control}
              className={`${CONTROL_LOOK} file:me-4 file:min-h-8 file:cursor-pointer file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:font-semibold file:text-accent`}
            />
          )}
        </Field>
        <div className="max-w-72">
          <TextField
            name="tanggal"
            label={t.asOf}
            hint={t.asOfHint}
            {...errorOf('tanggal')}
            input={{ type: 'date', defaultValue: refusal?.asOf || page.today, max: page.today }}
          />
        </div>
        <Button icon="upload">{t.submit}</Button>
      </form>
    </section>
  )
}

function Accepted() {
  const t = useMessages().intake.accepts
  return (
    <section aria-labelledby="yang-dibaca">
      <h2 id="yang-dibaca" className="mb-3 text-xl">
        {t.title}
      </h2>
      <ul className="space-y-2">
        {t.items.map((item) => (
          <li key={item} className="flex gap-2.5">
            <Icon name="check" className="mt-1 size-4 text-leaf" />
            <span>{item}</span>
          </li>
        ))}
        <li className="flex gap-2.5">
          <Icon name="cross" className="mt-1 size-4 text-brick" />
          <span>{t.privacy}</span>
        </li>
      </ul>
      <h3 className="mt-6 mb-2 font-semibold">{t.template}</h3>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={paths.importTemplate('xlsx')} look="secondary" icon="download" small>
          {t.templateXlsx}
        </LinkButton>
        <LinkButton href={paths.importTemplate('csv')} look="secondary" icon="download" small>
          {t.templateCsv}
        </LinkButton>
      </div>
    </section>
  )
}

function History({ batches }: { batches: readonly BatchLine[] }) {
  const t = useMessages().intake.history
  const f = useFormat()
  return (
    <Table
      caption={t.title}
      columns={[
        { key: 'file', label: t.file },
        { key: 'when', label: t.when },
        { key: 'status', label: t.status },
        { key: 'taken', label: t.taken, numeric: true },
        { key: 'rejected', label: t.rejected, numeric: true },
      ]}
      rows={batches.map((batch) => ({
        id: batch.id,
        href: paths.importBatch(batch.id),
        cells: {
          file: batch.file_name,
          when: f.instant(batch.created_at),
          status: <BatchStatusTag status={batch.status} atWork={batch.atWork} />,
          taken: f.number(batch.rows_new + batch.rows_changed),
          rejected: f.number(batch.rows_rejected),
        },
      }))}
    />
  )
}
