import type { ActionFunctionArgs } from '@remix-run/node'
import { addProgrammeFile } from '#app/features/programmes/programme-files.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

/** /program/:programmeId/dokumen: a document for a programme. */
export async function action({ request, params }: ActionFunctionArgs) {
  const id = params.programmeId ?? ''
  const problem = await addProgrammeFile(await requestContext(request), id, request)
  return seeOther(`${paths.programme(id, { dokumen: problem })}#dokumen-program`)
}
