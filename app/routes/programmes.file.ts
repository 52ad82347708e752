import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readProgrammeFile, removeProgrammeFile } from '#app/features/programmes/programme-files.server.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'

/** /program/:programmeId/dokumen/:fileId */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return readProgrammeFile(await requestContext(request), params.programmeId ?? '', params.fileId ?? '')
}

/** Takes it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  await readForm(request)
  const id = params.programmeId ?? ''
  await removeProgrammeFile(await requestContext(request), id, params.fileId ?? '')
  return seeOther(`${paths.programme(id)}#dokumen-program`)
}
