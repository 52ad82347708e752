import { requestDesk } from '#app/auth/request-desk.server.ts'
import type { FormError } from '#app/components/error-summary.tsx'
import { formatterFor } from '#app/i18n/format.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import type { DbClient } from '#db/client.ts'
import { codeCookie, codeSecret } from './code-cookie.server.ts'
import { finishSignIn } from './sign-in.server.ts'
import { letIn, wantedPage } from './sign-in-page.server.ts'

export interface CodePage {
  readonly back: string
}

/** The question for the code. @throws Response 303 to the sign-in page for a browser that has not given a password. */
export function loadCodePage(request: Request): CodePage {
  const back = wantedPage(new URL(request.url).searchParams.get('kembali'))
  if (codeSecret(request) === '') throw seeOther(paths.signIn({ kembali: back }))
  return { back }
}

/** Takes the code. @returns where to go, or what was wrong with its status. */
export async function submitCode(
  request: Request,
  client: DbClient,
  form: FormData,
  now: string,
): Promise<Response | { readonly errors: readonly FormError[]; readonly status: 400 | 429 }> {
  const desk = requestDesk(request, client, now)
  const back = wantedPage(form.get('kembali'))
  const code = String(form.get('kode') ?? '').slice(0, 40)
  const t = messagesFor(localeOf(request)).accounts.code
  const refuse = (message: string, status: 400 | 429 = 400) =>
    ({ errors: [{ field: 'kode', message }], status }) as const
  if (code.trim() === '') return refuse(t.missing)
  const result = await finishSignIn(desk, { secret: codeSecret(request), code })
  if (result === null) return seeOther(paths.signIn({ kembali: back, langkah: 'lewat' }))
  if (result.kind === 'wait') return refuse(t.wait(formatterFor(localeOf(request)).clock(result.until)), 429)
  if (result.kind === 'wrong') return refuse(t.wrong)
  const answer = letIn(desk, result, back)
  answer.headers.append('Set-Cookie', codeCookie(request, ''))
  return answer
}
