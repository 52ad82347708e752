import { Icon } from '#app/components/icon.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { ProgrammeFormPage } from './programme-form-page.server.ts'

type Partner = ProgrammeFormPage['partners'][number]

interface PickerProps {
  readonly name: string
  readonly partners: readonly Partner[]
  readonly chosen: readonly string[]
  readonly error?: string
}

/** Offers to choose from: the partners of chosen ones stand open, the others behind one line. */
export function OfferPicker(props: PickerProps) {
  const t = useMessages().programmes.form
  const f = useFormat()
  const isChosen = (partner: Partner) => partner.offers.some((offer) => props.chosen.includes(offer.id))
  const shown = props.partners.filter(isChosen)
  const others = props.partners.filter((partner) => !isChosen(partner))
  const otherLabel = shown.length > 0 ? t.otherPartners : t.allPartners
  return (
    <fieldset
      id={props.name}
      aria-describedby={`${props.name}-hint`}
      className={props.error ? 'border-s-4 border-brick ps-3' : undefined}
    >
      <legend className="font-semibold">{t.offers}</legend>
      <p id={`${props.name}-hint`} className="text-sm text-muted">
        {t.offersHint}
      </p>
      {props.error && (
        <p className="flex items-start gap-1.5 font-semibold text-brick">
          <Icon name="warning" className="mt-0.5 size-5" />
          {props.error}
        </p>
      )}
      <div className="mt-2 space-y-3">
        {shown.length > 0 && <PartnerList {...props} partners={shown} />}
        <details>
          <summary className="min-h-11 py-2.5 font-semibold text-accent">{otherLabel(f.number(others.length))}</summary>
          <PartnerList {...props} partners={others} />
        </details>
      </div>
    </fieldset>
  )
}

function PartnerList({ name, partners, chosen }: PickerProps) {
  const t = useMessages().programmes.form
  const f = useFormat()
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-surface">
      {partners.map((partner) => {
        const count = partner.offers.filter((offer) => chosen.includes(offer.id)).length
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
                    name={name}
                    value={offer.id}
                    defaultChecked={chosen.includes(offer.id)}
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
  )
}
