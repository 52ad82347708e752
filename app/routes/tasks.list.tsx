import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnTaskList, loadTaskList } from '#app/features/tasks/task-list-page.server.ts'
import { TaskListView } from '#app/features/tasks/task-list-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadTaskList(await requestContext(request), new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnTaskList(await requestContext(request), form)
  return 'next' in result ? seeOther(result.next) : json(result.message, { status: 400 })
}

export default function Tasks() {
  return <TaskListView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
