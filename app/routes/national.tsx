import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actOnNationalRun, loadNationalPage } from '#app/features/national/national-page.server.ts'
import { NationalView } from '#app/features/national/national-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadNationalPage(await requestContext(request), new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const form = await readForm(request)
  return actOnNationalRun(await requestContext(request), form)
}

export default function NationalMatching() {
  return <NationalView page={useLoaderData<typeof loader>()} />
}
