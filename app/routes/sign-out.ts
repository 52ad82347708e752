import type { ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '#app/features/accounts/sign-out.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export function loader(): Response {
  return seeOther(paths.home())
}

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  await readForm(request)
  return signOut(request)
}

export default function SignOut() {
  return null
}
