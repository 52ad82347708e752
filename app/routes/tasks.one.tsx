import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnTask, loadTask } from '#app/features/tasks/task-page.server.ts'
import { TaskView } from '#app/features/tasks/task-view.tsx'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadTask(await requestContext(request), params.taskId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const result = await actOnTask(await requestContext(request), params.taskId ?? '', form)
  return 'next' in result ? seeOther(result.next) : json(result, { status: 400 })
}

export default function Task() {
  return <TaskView page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />
}
