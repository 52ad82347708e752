import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadBoardPage } from '#app/features/board/board-page.server.ts'
import { BoardView } from '#app/features/board/board-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadBoardPage(await requestContext(request), params.regencyCode!, new URL(request.url).searchParams)
}

export default function DistrictBoard() {
  return <BoardView page={useLoaderData<typeof loader>()} />
}
