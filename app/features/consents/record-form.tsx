import { Button, LinkButton } from '#app/components/button.tsx'
import { ChoiceField, SelectField } from '#app/components/field.tsx'
import { CONSENT_FIELDS, CONSENT_METHODS, CONSENT_PURPOSES } from '#app/domain/consent/receipt.ts'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { type ConsentDraft, DURATIONS } from './consent-form.ts'
import type { ConsentPage } from './consent-page.server.ts'
import { fillText } from './fill-text.ts'

/** Records a consent while she sits beside: the words to read out first, then what she allows. */
export function RecordForm(props: {
  page: ConsentPage
  draft: ConsentDraft
  errors: readonly { readonly field: string; readonly message: string }[]
}) {
  const t = useMessages().consents
  const { page, draft } = props
  const errorOf = (field: string) => {
    const error = props.errors.find((one) => one.field === field)
    return error ? { error: error.message } : {}
  }
  return (
    <section id="catat" aria-labelledby="catat-judul" className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <h2 id="catat-judul" className="text-xl">
        {t.record.title}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t.record.intro}</p>
      <div className="mt-4 space-y-2">
        {page.texts.map((text) => (
          <details
            key={text.id}
            open={draft.purposes.includes(text.purpose)}
            className="rounded border border-line bg-sunken"
          >
            <summary className="min-h-11 px-4 py-2 font-semibold text-accent">
              {t.record.words(t.purposes[text.purpose])}
            </summary>
            <div className="max-w-prose space-y-2 px-4 pb-4 text-lg">
              {fillText(text.body, t.record.blanks).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              <p className="text-sm text-muted">{t.record.version(text.id)}</p>
            </div>
          </details>
        ))}
      </div>
      <form method="post" action={paths.actorConsents(page.actor.id)} className="mt-6 max-w-prose space-y-5">
        <input type="hidden" name="intent" value="record" />
        {page.texts.map((text) => (
          <input key={text.id} type="hidden" name="naskah" value={text.id} />
        ))}
        <SelectField
          name="mitra"
          label={t.record.partner}
          empty={t.record.choosePartner}
          value={draft.partner}
          options={page.partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          {...errorOf('mitra')}
        />
        <ChoiceField
          name="keperluan"
          many
          label={t.record.purposes}
          values={draft.purposes}
          options={CONSENT_PURPOSES.map((purpose) => ({ value: purpose, label: t.purposes[purpose] }))}
          {...errorOf('keperluan')}
        />
        <ChoiceField
          name="data"
          many
          label={t.record.fields}
          hint={t.record.fieldsHint}
          values={draft.fields}
          options={CONSENT_FIELDS.map((field) => ({ value: field, label: t.fields[field] }))}
          {...errorOf('data')}
        />
        <ChoiceField
          name="masa"
          label={t.record.duration}
          values={[draft.duration]}
          options={DURATIONS.map((months) => ({ value: months, label: t.durations[months] }))}
          {...errorOf('masa')}
        />
        <ChoiceField
          name="cara"
          label={t.record.method}
          values={[draft.method]}
          options={CONSENT_METHODS.map((method) => ({ value: method, label: t.record.methods[method] }))}
          {...errorOf('cara')}
        />
        <ChoiceField
          name="dibacakan"
          many
          label={t.record.said}
          values={draft.said ? ['ya'] : []}
          options={[{ value: 'ya', label: t.record.saidYes }]}
          {...errorOf('dibacakan')}
        />
        <div className="flex flex-wrap gap-3">
          <Button>{t.record.button}</Button>
          <LinkButton href={paths.actorConsentForm(page.actor.id, { isi: 1 })} look="secondary" icon="print">
            {t.record.print}
          </LinkButton>
        </div>
      </form>
    </section>
  )
}
