import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAttachment } from '#app/features/proposals/attachments.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return readAttachment(await requestContext(request), params.proposalId ?? '', params.fileId ?? '')
}
