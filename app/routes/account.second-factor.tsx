import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestDesk } from '#app/auth/request-desk.server.ts'
import { requirePerson } from '#app/auth/require-person.server.ts'
import { recoveryCodesIn, recoveryCookie } from '#app/features/accounts/recovery-cookie.server.ts'
import { actOnSecondFactor, loadSecondFactorPage } from '#app/features/accounts/second-factor-page.server.ts'
import { SecondFactorView } from '#app/features/accounts/second-factor-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { client, db, now } = await requestContext(request)
  const { key } = requestDesk(request, client, now)
  const person = await requirePerson(request, client)
  const page = await loadSecondFactorPage(db, key, person, recoveryCodesIn(request, key))
  // why: the page may show the secret or the recovery codes; no cache may keep them
  return json(page, { headers: { 'Cache-Control': 'no-store' } })
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { client, now, locale } = await requestContext(request)
  const desk = { ...requestDesk(request, client, now), locale }
  const person = await requirePerson(request, client)
  const result = await actOnSecondFactor(desk, person, form)
  if ('errors' in result) return json(result, { status: 400 })
  const cookie = result.codes && recoveryCookie(request, desk.key, result.codes)
  return seeOther(paths.secondFactor(), cookie === null ? {} : { 'Set-Cookie': cookie })
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders
}

export default function SecondFactor() {
  const errors = useActionData<typeof action>()?.errors ?? []
  return <SecondFactorView page={useLoaderData<typeof loader>()} errors={errors} />
}
