import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ChoiceField, CONTROL_LOOK, Field, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PROGRAMME_LABELS } from '#app/domain/programmes/labels.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { OfferPicker } from './offer-picker.tsx'
import type { ProgrammeFormPage } from './programme-form-page.server.ts'
import { MOST_DOCUMENTS, MOST_OWN_KPIS, PROGRAMME_FIELDS, PROGRAMME_LENGTHS } from './read-programme-form.ts'
import type { ProgrammeRefusal } from './save-programme.server.ts'

interface Bound {
  readonly bind: (field: string) => { name: string; error?: string }
  readonly typed: (field: string) => string
  readonly list: (field: string) => readonly string[]
}

const SPARE_DOCUMENTS = 2

/** The form of a programme; in a draft everything but the title may stay empty. */
export function ProgrammeFormView({ page, refusal }: { page: ProgrammeFormPage; refusal: ProgrammeRefusal | null }) {
  const t = useMessages().programmes
  const f = useFormat()
  const values = refusal?.typed ?? page.values
  const bound: Bound = {
    typed: (field) => values[field]?.[0] ?? '',
    list: (field) => values[field] ?? [],
    bind: (field) => {
      const error = refusal?.errors.find((one) => one.field === field)?.message
      return { name: field, ...(error ? { error } : {}) }
    },
  }
  const trail = [
    { href: paths.programmes(), label: t.title },
    ...(page.programmeId ? [{ href: paths.programme(page.programmeId), label: page.values.judul?.[0] ?? '' }] : []),
  ]
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader title={page.title} trail={trail} />
      <form method="post" className="max-w-2xl space-y-8">
        {[PROGRAMME_FIELDS.plan, PROGRAMME_FIELDS.version].map(
          (name) => bound.typed(name) && <input key={name} type="hidden" name={name} value={bound.typed(name)} />,
        )}
        {page.plan && <Notice>{t.form.fromPlan(page.plan.name, f.number(page.plan.places))}</Notice>}
        <Basics {...bound} />
        <OfferPicker
          partners={page.partners}
          chosen={bound.list(PROGRAMME_FIELDS.offers)}
          {...bound.bind(PROGRAMME_FIELDS.offers)}
        />
        <Field {...bound.bind(PROGRAMME_FIELDS.regions)} label={t.form.regions} hint={t.form.regionsHint} optional>
          {(control) => (
            <textarea
              {...control}
              rows={6}
              defaultValue={bound.typed(PROGRAMME_FIELDS.regions)}
              className={CONTROL_LOOK}
            />
          )}
        </Field>
        <ChoiceField
          {...bound.bind(PROGRAMME_FIELDS.labels)}
          label={t.form.labels}
          optional
          many
          values={bound.list(PROGRAMME_FIELDS.labels)}
          options={PROGRAMME_LABELS.map((value) => ({ value, label: t.labelNames[value] }))}
        />
        <Kpis {...bound} />
        <Documents {...bound} />
        <Button>{t.form.save}</Button>
      </form>
    </>
  )
}

function Basics({ bind, typed }: Bound) {
  const t = useMessages().programmes.form
  return (
    <>
      <TextField
        {...bind(PROGRAMME_FIELDS.title)}
        label={t.title}
        input={{ defaultValue: typed(PROGRAMME_FIELDS.title), maxLength: PROGRAMME_LENGTHS.title }}
      />
      <Field {...bind(PROGRAMME_FIELDS.aim)} label={t.aim} hint={t.aimHint} optional>
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={PROGRAMME_LENGTHS.aim}
            defaultValue={typed(PROGRAMME_FIELDS.aim)}
            className={CONTROL_LOOK}
          />
        )}
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        {(['starts', 'ends'] as const).map((key) => (
          <TextField
            key={key}
            {...bind(PROGRAMME_FIELDS[key])}
            label={t[key]}
            hint={t.dayHint}
            optional
            input={{ defaultValue: typed(PROGRAMME_FIELDS[key]), maxLength: 10 }}
          />
        ))}
      </div>
    </>
  )
}

function Kpis({ bind, typed }: Bound) {
  const t = useMessages().programmes.form
  const f = useFormat()
  return (
    <fieldset className="space-y-4">
      <legend className="text-xl font-semibold">{t.kpis}</legend>
      <p className="text-muted">{t.kpisHint}</p>
      {(['accepted', 'closed_loop', 'helped'] as const).map((measure) => (
        <TextField
          key={measure}
          {...bind(`${PROGRAMME_FIELDS.kpi}_${measure}`)}
          label={t.kpi[measure]}
          optional
          input={{ defaultValue: typed(`${PROGRAMME_FIELDS.kpi}_${measure}`), inputMode: 'numeric', maxLength: 4 }}
        />
      ))}
      {Array.from({ length: MOST_OWN_KPIS }, (_, n) => `${PROGRAMME_FIELDS.ownKpi}_${n}`).map((field, n) => (
        <TextField
          key={field}
          {...bind(field)}
          label={t.ownKpi(f.number(n + 1))}
          optional
          input={{ defaultValue: typed(field), maxLength: PROGRAMME_LENGTHS.words }}
        />
      ))}
    </fieldset>
  )
}

function Documents({ bind, typed }: Bound) {
  const t = useMessages().programmes.form
  const f = useFormat()
  const filled = Array.from({ length: MOST_DOCUMENTS }, (_, n) => n).filter((n) =>
    [PROGRAMME_FIELDS.document, PROGRAMME_FIELDS.url, PROGRAMME_FIELDS.note].some((field) => typed(`${field}_${n}`)),
  )
  const rows = Math.min(MOST_DOCUMENTS, (filled.at(-1) ?? -1) + 1 + SPARE_DOCUMENTS)
  return (
    <section aria-labelledby="dokumen-judul" className="space-y-4">
      <h2 id="dokumen-judul" className="text-xl">
        {t.documents}
      </h2>
      {Array.from({ length: rows }, (_, n) => `_${n}`).map((end, n) => (
        <fieldset key={end} className="rounded-lg border border-line bg-surface p-4">
          <legend className="px-1 font-semibold">{t.documentTitle(f.number(n + 1))}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...bind(PROGRAMME_FIELDS.document + end)}
              label={t.document}
              optional
              input={{ defaultValue: typed(PROGRAMME_FIELDS.document + end), maxLength: PROGRAMME_LENGTHS.document }}
            />
            <TextField
              {...bind(PROGRAMME_FIELDS.url + end)}
              label={t.url}
              optional
              input={{
                defaultValue: typed(PROGRAMME_FIELDS.url + end),
                inputMode: 'url',
                maxLength: PROGRAMME_LENGTHS.url,
              }}
            />
          </div>
          <div className="mt-4">
            <Field {...bind(PROGRAMME_FIELDS.note + end)} label={t.note} optional>
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  maxLength={PROGRAMME_LENGTHS.note}
                  defaultValue={typed(PROGRAMME_FIELDS.note + end)}
                  className={CONTROL_LOOK}
                />
              )}
            </Field>
          </div>
          <label className="mt-2 flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={PROGRAMME_FIELDS.isPublic + end}
              value="1"
              defaultChecked={typed(PROGRAMME_FIELDS.isPublic + end) === '1'}
              className="size-5 shrink-0"
            />
            {t.isPublic}
          </label>
        </fieldset>
      ))}
    </section>
  )
}
