import type { FormError } from '#app/components/error-summary.tsx'
import { PASSWORD_MIN, passwordProblem } from '#app/domain/access/password-rule.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'

/** A new password as it was typed twice (`sandi-baru`, `ulangi`), or what is wrong with it. */
export function readNewPassword(
  form: FormData,
  email: string,
  locale: Locale,
): { readonly password: string } | { readonly errors: readonly FormError[] } {
  const t = messagesFor(locale).accounts.passwordRule
  const password = String(form.get('sandi-baru') ?? '')
  const problem = passwordProblem(password, email)
  if (problem) {
    const message = problem === 'short' ? t.short(formatterFor(locale).number(PASSWORD_MIN)) : t[problem]
    return { errors: [{ field: 'sandi-baru', message }] }
  }
  if (form.get('ulangi') !== password) return { errors: [{ field: 'ulangi', message: t.different }] }
  return { password }
}
