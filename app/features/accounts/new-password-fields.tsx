import type { FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PASSWORD_MIN } from '#app/domain/access/password-rule.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'

/** The sentence of the first error at a field, as a field takes it. */
export function errorAt(errors: readonly FormError[], field: string): { error?: string } {
  const message = errors.find((error) => error.field === field)?.message
  return message === undefined ? {} : { error: message }
}

/** A new password, typed twice. */
export function NewPasswordFields({ label, errors }: { label: string; errors: readonly FormError[] }) {
  const t = useMessages().accounts.passwordRule
  const f = useFormat()
  const input = { type: 'password', autoComplete: 'new-password', required: true, maxLength: 200 } as const
  return (
    <>
      <TextField
        name="sandi-baru"
        label={label}
        hint={t.hint(f.number(PASSWORD_MIN))}
        {...errorAt(errors, 'sandi-baru')}
        input={input}
      />
      <TextField name="ulangi" label={t.repeat} {...errorAt(errors, 'ulangi')} input={input} />
    </>
  )
}
