import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK } from '#app/components/field.tsx'
import { FACT_KINDS, FACT_VALUES, type FactId, type FactValue } from '#app/domain/values/facts.ts'
import { SALES_BOUNDS } from '#app/domain/values/sales.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { memberLabel } from '#app/i18n/fact-text.ts'
import { answerControlId, type RefusedAnswer } from './answer-place.ts'
import { NONE } from './read-answer.ts'

export interface AnswerFormProps {
  actorId: string
  fact: FactId
  /** Where on the page the form stands; makes the ids of its controls unique. */
  place: string
  value?: FactValue | null
  refused?: RefusedAnswer | null
}

/** The controls of a fact's kind: yes or no, a number, bands of sales, or members to tick. */
export function Controls(props: AnswerFormProps) {
  const kind = FACT_KINDS[props.fact]
  if (kind === 'boolean') return <YesNo {...props} />
  if (props.fact === 'annual_sales_idr') return <Sales {...props} />
  return kind === 'integer' ? <Whole {...props} /> : <Members {...props} many={kind === 'set'} />
}

function YesNo({ fact, place, value }: AnswerFormProps) {
  const t = useMessages()
  const { yes, no } = t.actors.answer
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t.match.question[fact]}</legend>
      <Button
        id={answerControlId(place, fact)}
        name="value"
        value="yes"
        look="secondary"
        small
        aria-pressed={value === undefined || value === null ? undefined : value === true}
      >
        {yes}
      </Button>
      <Button
        name="value"
        value="no"
        look="secondary"
        small
        aria-pressed={value === undefined || value === null ? undefined : value === false}
      >
        {no}
      </Button>
    </fieldset>
  )
}

function Save() {
  const t = useMessages().actors.answer
  return (
    <Button look="secondary" small>
      {t.save}
    </Button>
  )
}

function Whole({ fact, place, value, refused }: AnswerFormProps) {
  const t = useMessages()
  const id = answerControlId(place, fact)
  const months = fact === 'operating_months'
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        id={id}
        name="value"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        size={6}
        aria-label={t.match.question[fact]}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-error` : undefined}
        defaultValue={refused ? (refused.values[0] ?? '') : typeof value === 'number' ? String(value) : ''}
        className={`${CONTROL_LOOK} max-w-28`}
      />
      <span className="text-muted">{months ? t.actors.answer.months : t.actors.answer.people}</span>
      <Save />
      {months && <span className="w-full text-sm text-muted">{t.actors.answer.monthsHint}</span>}
    </div>
  )
}

function Choice(props: {
  id: string | undefined
  type: 'radio' | 'checkbox'
  value: string
  checked: boolean
  children: ReactNode
}) {
  return (
    <label className="flex min-h-10 items-center gap-3 leading-snug">
      <input
        id={props.id}
        type={props.type}
        name="value"
        value={props.value}
        defaultChecked={props.checked}
        className="size-5 shrink-0"
      />
      {props.children}
    </label>
  )
}

function Members({ fact, place, value, refused, many }: AnswerFormProps & { many: boolean }) {
  const t = useMessages()
  const locale = useLocale()
  const held: readonly string[] = refused
    ? refused.values
    : Array.isArray(value)
      ? (value as readonly string[])
      : typeof value === 'string'
        ? [value]
        : []
  const none = refused ? refused.values.includes(NONE) : Array.isArray(value) && value.length === 0
  const type = many ? 'checkbox' : 'radio'
  return (
    <fieldset>
      <legend className="sr-only">{t.match.question[fact]}</legend>
      {FACT_VALUES[fact]!.map((member, at) => (
        <Choice
          key={member}
          id={at === 0 ? answerControlId(place, fact) : undefined}
          type={type}
          value={member}
          checked={held.includes(member)}
        >
          {memberLabel(locale, fact, member)}
        </Choice>
      ))}
      {many && (
        <Choice id={undefined} type={type} value={NONE} checked={none}>
          {t.actors.answer.none}
        </Choice>
      )}
      <div className="mt-2">
        <Save />
      </div>
    </fieldset>
  )
}

function Sales({ fact, place, value }: AnswerFormProps) {
  const t = useMessages()
  const f = useFormat()
  const bands = SALES_BOUNDS.map((bound, at) => ({
    bound,
    label:
      at === 0
        ? t.common.rupiah.below(f.rupiah(bound))
        : t.common.rupiah.between(f.rupiah(SALES_BOUNDS[at - 1]!), f.rupiah(bound)),
  }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select
        id={answerControlId(place, fact)}
        name="value"
        aria-label={t.match.question[fact]}
        defaultValue={typeof value === 'number' ? String(value) : ''}
        className={`${CONTROL_LOOK} max-w-72`}
      >
        <option value="">{t.common.form.choose}</option>
        {bands.map(({ bound, label }) => (
          <option key={bound} value={bound}>
            {label}
          </option>
        ))}
      </select>
      <Save />
      <span className="w-full text-sm text-muted">{t.actors.answer.salesHint}</span>
    </div>
  )
}
