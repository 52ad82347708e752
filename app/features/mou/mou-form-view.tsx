import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field, SelectField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { MouFormPage } from './mou-form-page.server.ts'
import { LENGTHS, MOU_FIELDS } from './read-mou-form.ts'
import type { MouRefusal } from './save-mou.server.ts'

type Bind = (field: string) => { name: string; error?: string }
interface RowProps {
  readonly n: number
  readonly bind: Bind
  readonly typed: (field: string) => string
}

/** The form of an MoU; whatever is unknown may stay empty. */
export function MouFormView({ page, refusal }: { page: MouFormPage; refusal: MouRefusal | null }) {
  const t = useMessages().mou
  const values = refusal?.typed ?? page.values
  const typed = (field: string) => values[field] ?? ''
  const bind: Bind = (field) => {
    const error = refusal?.errors.find((one) => one.field === field)?.message
    return { name: field, ...(error ? { error } : {}) }
  }
  const typedRows = Object.keys(values).filter((name) => name.startsWith(`${MOU_FIELDS.quantity}_`)).length
  const rows = Math.max(page.rows, typedRows)
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader title={page.title} trail={[{ href: paths.mous(), label: t.title }]} />
      <form method="post" className="max-w-2xl space-y-6">
        {[MOU_FIELDS.model, MOU_FIELDS.version].map(
          (name) => typed(name) && <input key={name} type="hidden" name={name} value={typed(name)} />,
        )}
        <MouFields bind={bind} typed={typed} partners={page.partners} />
        <section aria-labelledby="komitmen" className="space-y-4">
          <h2 id="komitmen" className="text-xl">
            {t.form.clauses}
          </h2>
          <p className="text-muted">{t.form.clausesHint}</p>
          {Array.from({ length: rows }, (_, n) => (
            <ClauseFields key={MOU_FIELDS.quantity + String(n)} n={n} bind={bind} typed={typed} />
          ))}
        </section>
        <Button>{t.form.save}</Button>
      </form>
    </>
  )
}

function MouFields({ bind, typed, partners }: Omit<RowProps, 'n'> & { readonly partners: MouFormPage['partners'] }) {
  const t = useMessages().mou.form
  const input = (field: string, maxLength: number) => ({ defaultValue: typed(field), maxLength })
  const area = (field: string, rows: number, maxLength?: number) => ({
    rows,
    ...(maxLength ? { maxLength } : {}),
    defaultValue: typed(field),
    className: CONTROL_LOOK,
  })
  return (
    <>
      <TextField {...bind(MOU_FIELDS.title)} label={t.title} input={input(MOU_FIELDS.title, LENGTHS.title)} />
      <TextField
        {...bind(MOU_FIELDS.number)}
        label={t.number}
        optional
        input={input(MOU_FIELDS.number, LENGTHS.number)}
      />
      <SelectField
        {...bind(MOU_FIELDS.partner)}
        label={t.partner}
        empty={t.partnerUnknown}
        value={typed(MOU_FIELDS.partner)}
        options={partners}
      />
      <Field {...bind(MOU_FIELDS.parties)} label={t.parties} hint={t.partiesHint} optional>
        {(control) => <textarea {...control} {...area(MOU_FIELDS.parties, 3, LENGTHS.parties)} />}
      </Field>
      <Field {...bind(MOU_FIELDS.regions)} label={t.regions} hint={t.regionsHint} optional>
        {(control) => <textarea {...control} {...area(MOU_FIELDS.regions, 3)} />}
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          {...bind(MOU_FIELDS.starts)}
          label={t.starts}
          hint={t.dayHint}
          optional
          input={input(MOU_FIELDS.starts, 10)}
        />
        <TextField
          {...bind(MOU_FIELDS.ends)}
          label={t.ends}
          hint={t.dayHint}
          optional
          input={input(MOU_FIELDS.ends, 10)}
        />
      </div>
      <TextField
        {...bind(MOU_FIELDS.url)}
        label={t.url}
        optional
        input={{ ...input(MOU_FIELDS.url, LENGTHS.url), inputMode: 'url' }}
      />
      <Field {...bind(MOU_FIELDS.note)} label={t.note} optional>
        {(control) => <textarea {...control} {...area(MOU_FIELDS.note, 3, LENGTHS.note)} />}
      </Field>
    </>
  )
}

function ClauseFields({ n, bind, typed }: RowProps) {
  const t = useMessages().mou.form
  const f = useFormat()
  const locale = useLocale()
  const of = (field: string) => `${field}_${n}`
  return (
    <fieldset className="rounded-lg border border-line bg-surface p-4">
      <legend className="px-1 font-semibold">{t.clauseTitle(f.number(n + 1))}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...bind(of(MOU_FIELDS.quantity))}
          label={t.quantity}
          input={{ defaultValue: typed(of(MOU_FIELDS.quantity)), inputMode: 'numeric', maxLength: 7 }}
        />
        <SelectField
          {...bind(of(MOU_FIELDS.need))}
          label={t.need}
          empty={t.anyNeed}
          value={typed(of(MOU_FIELDS.need))}
          options={termIds('need').map((value) => ({ value, label: termLabel(locale, 'need', value) }))}
        />
        <Field {...bind(of(MOU_FIELDS.clauseRegions))} label={t.clauseRegions} optional>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              defaultValue={typed(of(MOU_FIELDS.clauseRegions))}
              className={CONTROL_LOOK}
            />
          )}
        </Field>
        <TextField
          {...bind(of(MOU_FIELDS.by))}
          label={t.by}
          hint={t.dayHint}
          optional
          input={{ defaultValue: typed(of(MOU_FIELDS.by)), maxLength: 10 }}
        />
        <TextField
          {...bind(of(MOU_FIELDS.words))}
          label={t.words}
          optional
          input={{ defaultValue: typed(of(MOU_FIELDS.words)), maxLength: LENGTHS.words }}
        />
      </div>
    </fieldset>
  )
}
