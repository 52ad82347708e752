import { SelectField, TextField } from '#app/components/field.tsx'
import { REASONS_FOR } from '#app/domain/loop/reasons.ts'
import { useMessages } from '#app/i18n/context.tsx'
import { STEP_FIELDS } from './read-step.ts'

/** A condition of the offer that can be named as the one that is not met. */
export interface NamedCondition {
  readonly id: string
  readonly label: string
}

/**
 * Reason, condition and remark of an ending. `scope` keeps the ids of several such forms of a page apart; `suffix` is
 * part of the names, where one form asks for several actors.
 */
export function ReasonFields(props: {
  kind: keyof typeof REASONS_FOR
  conditions: readonly NamedCondition[]
  scope: string
  suffix?: string
  errors?: Readonly<Record<string, string>>
  typed?: Readonly<Record<string, string>>
  optional?: boolean
}) {
  const t = useMessages().proposals
  const suffix = props.suffix ?? ''
  const name = (field: string) => field + suffix
  const id = (field: string) => (props.errors?.[name(field)] ? name(field) : `${props.scope}-${name(field)}`)
  const common = (field: string) => {
    const error = props.errors?.[name(field)]
    return { name: name(field), id: id(field), ...(error ? { error } : {}) }
  }
  const typed = (field: string) => props.typed?.[name(field)] ?? ''
  return (
    <div className="space-y-3">
      <SelectField
        {...common(STEP_FIELDS.reason)}
        label={t.form.reason}
        empty={t.reasonProblems.missing}
        value={typed(STEP_FIELDS.reason)}
        options={REASONS_FOR[props.kind].map((value) => ({ value, label: t.reasons[value] }))}
      />
      <SelectField
        {...common(STEP_FIELDS.condition)}
        label={t.form.condition}
        hint={t.form.conditionHint}
        optional
        empty={t.form.conditionNone}
        value={typed(STEP_FIELDS.condition)}
        options={[
          ...props.conditions.map(({ id: value, label }) => ({ value, label })),
          { value: 'partner_checked', label: t.form.conditionOther },
        ]}
      />
      <TextField
        {...common(STEP_FIELDS.text)}
        label={t.form.text}
        hint={t.form.textHint}
        optional
        input={{ maxLength: 500, defaultValue: typed(STEP_FIELDS.text) }}
      />
    </div>
  )
}
