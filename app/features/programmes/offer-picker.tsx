import { Icon } from '#app/components/icon.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { ProgrammeFormPage } from './programme-form-page.server.ts'

/** Offers to choose from, folded by partner; partners of chosen offers stand open. */
export function OfferPicker(props: {
  readonly name: string
  readonly partners: ProgrammeFormPage['partners']
  readonly chosen: readonly string[]
  readonly error?: string
}) {
  const t = useMessages().programmes.form
  const f = useFormat()
  return (
    <fieldset
      id={props.name}
      aria-describedby={`${props.name}-hint`}
      className={props.error ? 'border-s-4 border-brick ps-3' : undefined}
    >
      <legend className="font-semibold">{t.offers}</legend>
      <p id={`${props.name}-hint`} className="text-sm text-muted">
        {t.offersHint} {props.chosen.length > 0 && t.offersChosen(f.number(props.chosen.length))}
      </p>
      {props.error && (
        <p className="flex items-start gap-1.5 font-semibold text-brick">
          <Icon name="warning" className="mt-0.5 size-5" />
          {props.error}
        </p>
      )}
      <div className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {props.partners.map((partner) => {
          const count = partner.offers.filter((offer) => props.chosen.includes(offer.id)).length
          return (
            <details key={partner.id} open={count > 0} className="px-4">
              <summary className="min-h-11 py-2.5">
                {partner.name}
                {count > 0 && <span className="text-muted"> ({t.offersChosen(f.number(count))})</span>}
              </summary>
              <div className="pb-2">
                {partner.offers.map((offer) => (
                  <label key={offer.id} className="flex min-h-11 items-center gap-3">
                    <input
                      type="checkbox"
                      name={props.name}
                      value={offer.id}
                      defaultChecked={props.chosen.includes(offer.id)}
                      className="size-5 shrink-0"
                    />
                    {offer.name}
                  </label>
                ))}
              </div>
            </details>
          )
        })}
      </div>
    </fieldset>
  )
}
