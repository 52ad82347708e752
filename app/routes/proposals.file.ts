import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAttachment } from '#app/features/proposals/attachments.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { row, bytes } = await readAttachment(
    await requestContext(request),
    params.proposalId ?? '',
    params.fileId ?? '',
  )
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': row.media_type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
