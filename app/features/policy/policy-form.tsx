import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK, Field, TextField } from '#app/components/field.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import type { PolicyRefusal } from './change-policy.server.ts'
import { FIELD_GROUPS, fieldsOf, NOTE_LIMIT, POLICY_FIELDS } from './policy-fields.ts'
import type { PolicyPage } from './policy-page.server.ts'
import { policyNumber } from './read-policy-form.ts'

interface FormProps {
  readonly page: PolicyPage
  readonly refusal: PolicyRefusal | null
}

/** The form that makes a new version; every number of the active one stands in it. */
export function PolicyForm({ page, refusal }: FormProps) {
  const t = useMessages().policy
  const errorOf = (field: string) => {
    const error = refusal?.errors.find((one) => one.field === field)?.message
    return error ? { error } : {}
  }
  const typed = (field: string, usual: string) => refusal?.typed[field]?.[0] ?? usual
  return (
    <form method="post" className="max-w-3xl space-y-8">
      <input type="hidden" name={POLICY_FIELDS.seen} value={page.policy.version} />
      {FIELD_GROUPS.map((group) => (
        <fieldset key={group} className="space-y-3">
          <legend className="text-xl font-semibold">{t.groups[group]}</legend>
          <p className="max-w-prose text-muted">{t.groupHints[group]}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {fieldsOf(group).map((field) => (
              <TextField
                key={field}
                name={field}
                label={t.fields[field]!}
                {...errorOf(field)}
                input={{
                  inputMode: 'numeric',
                  defaultValue: typed(field, String(policyNumber(page.policy, field))),
                  maxLength: 6,
                }}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <TextField
        name={POLICY_FIELDS.ranks}
        label={t.ranks}
        hint={t.ranksHint}
        {...errorOf(POLICY_FIELDS.ranks)}
        input={{ defaultValue: typed(POLICY_FIELDS.ranks, page.policy.needRanks.join(', ')), maxLength: 120 }}
      />
      <Changeable page={page} refusal={refusal} />
      <Field name={POLICY_FIELDS.note} label={t.note} hint={t.noteHint} {...errorOf(POLICY_FIELDS.note)}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={NOTE_LIMIT}
            defaultValue={typed(POLICY_FIELDS.note, '')}
            className={CONTROL_LOOK}
          />
        )}
      </Field>
      <Button name="intent" value="ubah" data-confirm={t.question}>
        {t.save}
      </Button>
    </form>
  )
}

function Changeable({ page, refusal }: FormProps) {
  const t = useMessages().policy
  const chosen: readonly string[] = refusal?.typed[POLICY_FIELDS.changeable] ?? page.policy.changeable
  return (
    <fieldset>
      <legend className="font-semibold">{t.changeable}</legend>
      <p className="text-sm text-muted">{t.changeableHint}</p>
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {page.facts.map(({ id, label }) => (
          <label key={id} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={POLICY_FIELDS.changeable}
              value={id}
              defaultChecked={chosen.includes(id)}
              className="size-5 shrink-0"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
