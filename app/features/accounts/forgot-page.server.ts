import { requestDesk } from '#app/auth/request-desk.server.ts'
import type { FormError } from '#app/components/error-summary.tsx'
import { localeOf } from '#app/i18n/locale.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths, withQuery } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import { deliverSoon, mailGoesTo } from '#app/mail/live-mail.server.ts'
import type { DbClient } from '#db/client.ts'
import type { ForgotPage } from './forgot-view.tsx'
import { requestReset } from './password-reset.server.ts'

export function loadForgotPage(request: Request): ForgotPage {
  return { sent: new URL(request.url).searchParams.has('terkirim'), mailGoesTo: mailGoesTo() }
}

/** Takes the address; the answer is the same whether it has an account or not. */
export async function submitForgot(
  request: Request,
  client: DbClient,
  form: FormData,
  now: string,
): Promise<Response | { readonly errors: readonly FormError[] }> {
  const email = String(form.get('surel') ?? '').slice(0, 200)
  const locale = localeOf(request)
  if (email.trim() === '')
    return { errors: [{ field: 'surel', message: messagesFor(locale).accounts.signIn.missingEmail }] }
  await requestReset(requestDesk(request, client, now), email, locale)
  deliverSoon()
  return seeOther(withQuery(paths.forgotPassword(), { terkirim: '1' }))
}
