import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { Icon } from './icon.tsx'

export interface FacetOption {
  readonly value: string
  readonly label: string
  /** Results with this value; undefined when not counted. */
  readonly count?: number
  readonly selected: boolean
}

/** A group of checkboxes in a disclosure; open when something in it is chosen or `open` asks for it. */
export function FacetList(props: { name: string; label: string; options: readonly FacetOption[]; open?: boolean }) {
  const t = useMessages()
  const f = useFormat()
  const chosen = props.options.filter((option) => option.selected).length
  if (props.options.length === 0) return null
  return (
    <details id={`saringan-${props.name}`} open={props.open || chosen > 0} className="border-b border-line">
      <summary className="bare flex min-h-11 items-center justify-between gap-2 py-2 font-semibold">
        <span>
          {props.label}
          {chosen > 0 && (
            <span className="ms-2 text-sm font-normal text-muted">{t.common.filter.chosen(f.number(chosen))}</span>
          )}
        </span>
        <Icon name="down" className="turns size-4 text-muted" />
      </summary>
      <fieldset className="max-h-72 overflow-y-auto pb-3">
        <legend className="sr-only">{props.label}</legend>
        {props.options.map((option) => (
          <label key={option.value} className="flex min-h-10 items-center gap-2.5 py-1 leading-snug">
            <input
              type="checkbox"
              id={`${props.name}-${option.value}`}
              name={props.name}
              value={option.value}
              defaultChecked={option.selected}
              className="size-5 shrink-0"
            />
            <span className="min-w-0 flex-1">{option.label}</span>
            {option.count !== undefined && (
              <span className="tabular pe-1 text-sm text-muted">{f.number(option.count)}</span>
            )}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
