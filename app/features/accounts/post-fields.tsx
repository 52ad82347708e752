import type { FormError } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field, SelectField } from '#app/components/field.tsx'
import type { Post } from '#app/domain/access/accounts.ts'
import { useMessages } from '#app/i18n/context.tsx'
import type { PostChoices } from './accounts-page.server.ts'
import { errorAt } from './new-password-fields.tsx'

/** Role and place of an account; without scripts all places stand there, and only the one the role needs is read. */
export function PostFields(props: { choices: PostChoices; value: Partial<Post>; errors: readonly FormError[] }) {
  const t = useMessages().accounts
  const { choices, value, errors } = props
  if (choices.roles.length === 1) return null
  const empty = t.manage.none
  return (
    <>
      <SelectField
        name="peran"
        label={t.manage.role}
        options={choices.roles.map((role) => ({ value: role, label: t.roles[role] }))}
        value={value.role ?? 'district'}
        {...errorAt(errors, 'peran')}
      />
      <Field name="kabkota" label={t.manage.regency} hint={t.manage.regencyHint} {...errorAt(errors, 'kabkota')}>
        {(control) => (
          <select {...control} defaultValue={value.regency ?? ''} className={CONTROL_LOOK}>
            <option value="">{empty}</option>
            {choices.regencies.map(({ province, options }) => (
              <optgroup key={province} label={province}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <SelectField
        name="provinsi"
        label={t.manage.province}
        hint={t.manage.provinceHint}
        options={choices.provinces}
        empty={empty}
        value={value.province ?? ''}
        {...errorAt(errors, 'provinsi')}
      />
      <SelectField
        name="mitra"
        label={t.manage.partner}
        hint={t.manage.partnerHint}
        options={choices.partners}
        empty={empty}
        value={value.partnerId ?? ''}
        {...errorAt(errors, 'mitra')}
      />
    </>
  )
}
