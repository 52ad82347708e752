import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnCapacity, loadCapacityPage } from '#app/features/capacity/capacity-page.server.ts'
import { CapacityView } from '#app/features/capacity/capacity-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const thanks = new URL(request.url).searchParams.has('terima-kasih')
  const page = await loadCapacityPage(await requestContext(request), params.token ?? '', thanks)
  return json(page, { headers: { 'Cache-Control': 'private, no-store' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnCapacity(await requestContext(request), params.token ?? '', form)
  return 'errors' in result ? json(result.errors, { status: 400 }) : seeOther(result.next)
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders
}

export default function ConfirmCapacity() {
  return <CapacityView page={useLoaderData<typeof loader>()} errors={useActionData<typeof action>() ?? []} />
}
