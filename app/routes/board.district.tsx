import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadBoardPage } from '#app/features/board/board-page.server.ts'
import { BoardView } from '#app/features/board/board-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { client, today } = await requestContext(request)
  return loadBoardPage(client, params.regencyCode!, new URL(request.url).searchParams, today)
}

export default function DistrictBoard() {
  return <BoardView page={useLoaderData<typeof loader>()} />
}
