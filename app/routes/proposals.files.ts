import type { ActionFunctionArgs } from '@remix-run/node'
import { takeDocument } from '#app/features/documents/document-store.server.ts'
import { attachFile } from '#app/features/proposals/attachments.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requestContext(request)
  demand(context.viewer, 'proposals:read')
  const id = params.proposalId ?? ''
  const taken = await takeDocument(request, 'berkas')
  const problem = 'problem' in taken ? taken.problem : await attachFile({ ...context, via: 'page' }, id, taken.file)
  return seeOther(`${paths.proposal(id, { berkas: problem })}#lampiran`)
}
