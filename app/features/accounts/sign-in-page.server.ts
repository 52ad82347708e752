import { requestDesk } from '#app/auth/request-desk.server.ts'
import { ACCOUNT_ROLES } from '#app/domain/access/accounts.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, seeOther } from '#app/lib/responses.server.ts'
import { safeRedirect } from '#app/lib/safe-redirect.ts'
import type { DbClient } from '#db/client.ts'
import type { AccountRow } from '#db/schema/account.ts'
import { codeCookie } from './code-cookie.server.ts'
import { type SignInDesk, type SignInResult, signIn, signInAsDemo } from './sign-in.server.ts'
import type { SignInPage, SignInRefusal } from './sign-in-view.tsx'

/** Where somebody begins her work when she did not ask for a page. */
export function startOf(account: Pick<AccountRow, 'role' | 'regency_code' | 'province_code'>): string {
  switch (account.role) {
    case 'district':
      return paths.board(account.regency_code ?? '')
    case 'companion':
      return paths.actors()
    case 'province':
      return paths.boards({ provinsi: account.province_code })
    case 'ministry':
      return paths.national()
    case 'admin':
      return paths.accounts()
    default:
      return paths.home()
  }
}

/** The page to go back to; empty when none was asked for, or when it is one of the doors themselves. */
export function wantedPage(value: unknown): string {
  const back = safeRedirect(value, '')
  return /^\/(masuk|keluar|lupa-sandi|setel-sandi|undangan|bahasa|galat)(\/|\?|$)/.test(back) ? '' : back
}

export function loadSignInPage(request: Request): SignInPage {
  const query = new URL(request.url).searchParams
  const told = query.get('sandi') === 'baru' ? 'reset' : query.get('langkah') === 'lewat' ? 'expired' : null
  return { back: wantedPage(query.get('kembali')), told }
}

/** The answer to a sign-in that went through: her cookie, and on to the page she wanted. */
export function letIn(desk: SignInDesk, signedIn: { sessionId: string; account: AccountRow }, back: string): Response {
  const cookie = desk.sessions.createSessionCookie(signedIn.sessionId).serialize()
  return seeOther(back || startOf(signedIn.account), { 'Set-Cookie': cookie })
}

/**
 * Carries out the form of the sign-in page: `masuk` with a password, `contoh` with a demo account.
 * @returns where to go, or the refusal with its status: 400, or 429 after too many attempts.
 * @throws Response 400 for a form that is none of ours.
 */
export async function submitSignIn(
  request: Request,
  client: DbClient,
  form: FormData,
  now: string,
): Promise<Response | { readonly refusal: SignInRefusal; readonly status: 400 | 429 }> {
  const desk = requestDesk(request, client, now)
  const back = wantedPage(form.get('kembali'))
  const email = String(form.get('surel') ?? '').slice(0, 200)
  const password = String(form.get('sandi') ?? '')
  const t = messagesFor(localeOf(request)).accounts.signIn
  const refuse = (field: string, message: string, status: 400 | 429 = 400) =>
    ({ refusal: { errors: [{ field, message }], email, back }, status }) as const
  let result: SignInResult
  if (form.get('intent') === 'contoh') {
    const role = ACCOUNT_ROLES.find((one) => one === form.get('peran'))
    if (!role) throw badRequest()
    result = await signInAsDemo(desk, role)
    if (result.kind === 'wrong') return refuse('surel', t.demo.refused)
  } else if (form.get('intent') === 'masuk') {
    if (email.trim() === '') return refuse('surel', t.missingEmail)
    if (password === '') return refuse('sandi', t.missingPassword)
    result = await signIn(desk, { email, password })
  } else throw badRequest()
  if (result.kind === 'in') return letIn(desk, result, back)
  if (result.kind === 'code')
    return seeOther(paths.signInCode({ kembali: back }), { 'Set-Cookie': codeCookie(request, result.secret) })
  if (result.kind === 'wait') return refuse('surel', t.wait(formatterFor(localeOf(request)).clock(result.until)), 429)
  return refuse('sandi', t.wrong)
}
