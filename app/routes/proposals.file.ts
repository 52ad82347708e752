import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '#app/features/proposals/attachment-store.server.ts'
import { readAttachment } from '#app/features/proposals/attachments.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requestContext(request)
  const { row, bytes } = await readAttachment(context, params.proposalId ?? '', params.fileId ?? '')
  return download({ bytes, name: row.name, mediaType: row.media_type })
}
