import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readMouDocument, replaceMouDocument } from '#app/features/mou/mou-document.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

/** /mou/:mouId/dokumen */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return readMouDocument(await requestContext(request), params.mouId ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const id = params.mouId ?? ''
  const problem = await replaceMouDocument(await requestContext(request), id, request)
  return seeOther(`${paths.mou(id, { dokumen: problem })}#dokumen`)
}
