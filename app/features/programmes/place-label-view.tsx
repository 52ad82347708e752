import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ChoiceField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { PROGRAMME_LABELS } from '#app/domain/programmes/labels.ts'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { PLACE_LABEL_FIELDS } from './desk-fields.ts'
import type { PlaceLabelPage, PlaceLabelRefusal } from './place-label-page.server.ts'

/** The labels of places with where each is written, and the form for another. */
export function PlaceLabelView({ page, refusal }: { page: PlaceLabelPage; refusal: PlaceLabelRefusal | null }) {
  const m = useMessages().programmes
  const t = m.placeLabel
  const f = useFormat()
  const columns = (['place', 'label', 'source', 'since'] as const).map((key) => ({ key, label: t.column[key] }))
  const mayRemove = page.places.some((place) => place.mayRemove)
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader title={t.title} intro={t.intro} trail={[{ href: paths.programmes(), label: m.title }]} />
      <div className="space-y-12">
        <Table
          caption={t.title}
          columns={mayRemove ? [...columns, { key: 'act', label: t.column.act }] : columns}
          rows={page.places.map((place, at) => ({
            id: place.id ?? `model-${at}`,
            cells: {
              place: place.village ? t.villageIn(place.village, place.place) : place.place,
              label: m.labelNames[place.label],
              source: place.source,
              since: place.since === null ? null : f.day(place.since),
              act: place.mayRemove && place.id && (
                <form method="post">
                  <input type="hidden" name={PLACE_LABEL_FIELDS.id} value={place.id} />
                  <Button
                    look="secondary"
                    small
                    name="intent"
                    value="remove"
                    aria-label={t.removeOf(m.labels[place.label], place.village ?? place.place)}
                    data-confirm={t.removeOf(m.labels[place.label], place.village ?? place.place)}
                  >
                    {t.remove}
                  </Button>
                </form>
              ),
            },
          }))}
        />
        {page.mayWrite && <LabelForm refusal={refusal} />}
      </div>
    </>
  )
}

function LabelForm({ refusal }: { refusal: PlaceLabelRefusal | null }) {
  const m = useMessages().programmes
  const t = m.placeLabel
  const field = (name: string) => {
    const error = refusal?.errors.find((one) => one.field === name)?.message
    return { name, ...(error ? { error } : {}) }
  }
  const input = (name: string, maxLength: number) => ({ defaultValue: refusal?.typed[name] ?? '', maxLength })
  return (
    <Section id="tambah" title={t.add} className="no-print">
      <form method="post" className="max-w-2xl space-y-6">
        <TextField
          {...field(PLACE_LABEL_FIELDS.region)}
          label={t.region}
          input={input(PLACE_LABEL_FIELDS.region, 100)}
        />
        <TextField
          {...field(PLACE_LABEL_FIELDS.village)}
          label={t.village}
          hint={t.villageHint}
          optional
          input={input(PLACE_LABEL_FIELDS.village, 100)}
        />
        <ChoiceField
          {...field(PLACE_LABEL_FIELDS.label)}
          label={t.column.label}
          values={[refusal?.typed[PLACE_LABEL_FIELDS.label] ?? '']}
          options={PROGRAMME_LABELS.map((value) => ({ value, label: m.labelNames[value] }))}
        />
        <TextField
          {...field(PLACE_LABEL_FIELDS.source)}
          label={t.source}
          hint={t.sourceHint}
          input={input(PLACE_LABEL_FIELDS.source, 300)}
        />
        <TextField
          {...field(PLACE_LABEL_FIELDS.since)}
          label={t.column.since}
          hint={m.form.dayHint}
          optional
          input={input(PLACE_LABEL_FIELDS.since, 10)}
        />
        <Button name="intent" value="add">
          {t.save}
        </Button>
      </form>
    </Section>
  )
}
