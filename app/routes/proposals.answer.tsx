import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnAnswer, loadAnswerPage } from '#app/features/proposals/answer-page.server.ts'
import { AnswerView } from '#app/features/proposals/answer-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const thanks = new URL(request.url).searchParams.has('terima-kasih')
  const answer = await loadAnswerPage(await requestContext(request), params.token ?? '', thanks)
  return json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnAnswer(await requestContext(request), params.token ?? '', form)
  return 'refusal' in result ? json(result.refusal, { status: 400 }) : seeOther(result.next)
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders
}

export default function Answer() {
  return <AnswerView answer={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
