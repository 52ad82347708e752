import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'
import { useMessages } from '#app/i18n/context.tsx'
import { Icon } from './icon.tsx'

/** What a control gets from its field. */
export interface FieldControl {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

interface FieldText {
  name: string
  /** The name unless two fields of a page share it; the error summary links to it. */
  id?: string
  label: string
  hint?: ReactNode
  /** The sentence of the error; undefined when the answer is fine. */
  error?: string
  optional?: boolean
}

export const CONTROL_LOOK =
  'min-h-11 w-full rounded border border-edge bg-surface px-3 py-2 aria-invalid:border-2 aria-invalid:border-brick'

/** Label, hint, error and one control, tied together for assistive technology. */
export function Field({ children, ...field }: FieldText & { children: (control: FieldControl) => ReactNode }) {
  const t = useMessages()
  const id = field.id ?? field.name
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={field.error ? 'border-s-4 border-brick ps-3' : undefined}>
      <label htmlFor={id} className="font-semibold">
        {field.label}
        {field.optional && <span className="font-normal text-muted"> ({t.common.form.optional})</span>}
      </label>
      {field.hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {field.hint}
        </p>
      )}
      {field.error && <FieldError id={`${id}-error`}>{field.error}</FieldError>}
      <div className="mt-1.5">
        {children({
          id,
          name: field.name,
          ...(described ? { 'aria-describedby': described } : {}),
          ...(field.error ? { 'aria-invalid': true } : {}),
        })}
      </div>
    </div>
  )
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const t = useMessages()
  return (
    <p id={id} className="flex items-start gap-1.5 font-semibold text-brick">
      <Icon name="warning" className="mt-0.5 size-5" />
      <span>
        <span className="sr-only">{t.common.form.errorPrefix} </span>
        {children}
      </span>
    </p>
  )
}

export function TextField(props: FieldText & { input?: InputHTMLAttributes<HTMLInputElement> }) {
  const { input, ...field } = props
  return <Field {...field}>{(control) => <input type="text" {...input} {...control} className={CONTROL_LOOK} />}</Field>
}

export interface Option {
  readonly value: string
  readonly label: string
}

export function SelectField(
  props: FieldText & {
    options: readonly Option[]
    value?: string
    empty?: string
    select?: SelectHTMLAttributes<HTMLSelectElement>
  },
) {
  const { options, value, empty, select, ...field } = props
  return (
    <Field {...field}>
      {(control) => (
        <select {...select} {...control} defaultValue={value ?? ''} className={CONTROL_LOOK}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Radio buttons (`many` false) or checkboxes under one question. */
export function ChoiceField(
  props: FieldText & { options: readonly Option[]; values: readonly string[]; many?: boolean },
) {
  const t = useMessages()
  const id = props.id ?? props.name
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      aria-describedby={described || undefined}
      className={props.error ? 'border-s-4 border-brick ps-3' : undefined}
    >
      <legend className="font-semibold">
        {props.label}
        {props.optional && <span className="font-normal text-muted"> ({t.common.form.optional})</span>}
      </legend>
      {props.hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {props.hint}
        </p>
      )}
      {props.error && <FieldError id={`${id}-error`}>{props.error}</FieldError>}
      <div className="mt-1">
        {props.options.map((option, position) => (
          <label key={option.value} className="flex min-h-11 items-center gap-3">
            <input
              type={props.many ? 'checkbox' : 'radio'}
              id={position === 0 ? id : undefined}
              name={props.name}
              value={option.value}
              defaultChecked={props.values.includes(option.value)}
              className="size-5 shrink-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
