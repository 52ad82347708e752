import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnSavedSearches } from '#app/features/saved-searches/saved-searches-action.server.ts'
import { loadSavedSearchesPage } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { SavedSearchesView } from '#app/features/saved-searches/saved-searches-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadSavedSearchesPage(await requestContext(request), request)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnSavedSearches(await requestContext(request), request, form)
  if ('refusal' in result) return json(result.refusal, { status: 400 })
  return seeOther(result.next, result.cookie === null ? {} : { 'Set-Cookie': result.cookie })
}

export default function SavedSearches() {
  return <SavedSearchesView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
