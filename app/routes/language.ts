import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/forms/read-form.server.ts'
import { localeCookie } from '#app/i18n/locale.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, seeOther } from '#app/lib/responses.server.ts'
import { safeRedirect } from '#app/lib/safe-redirect.ts'

export function loader(): Response {
  return seeOther(paths.home())
}

/** Keeps the chosen language in a cookie and goes back to where the reader was. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const form = await readForm(request)
  const locale = form.get('lang')
  if (!isLocale(locale)) throw badRequest()
  const back = new URL(safeRedirect(form.get('back'), paths.home()), request.url)
  back.searchParams.delete('lang')
  return seeOther(back.pathname + back.search, { 'Set-Cookie': localeCookie(locale) })
}

export default function Language() {
  return null
}
