import type { LoaderFunctionArgs } from '@remix-run/node'
import { recordListTaken } from '#app/features/actors/record-reading.server.ts'
import { boardFile } from '#app/features/board/board-file.server.ts'
import { loadBoard } from '#app/features/board/board-page.server.ts'
import { requestContext } from '#app/lib/context.server.ts'

/** /kecocokan/:regencyCode/papan.xlsx and papan.csv: the board under the same filter as a file. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const context = await requestContext(request)
  const url = new URL(request.url)
  const board = await loadBoard(context, params.regencyCode!, url.searchParams)
  const format = url.pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  await recordListTaken(context, format)
  return boardFile(context.locale, board, format)
}
