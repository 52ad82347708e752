import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadHomePage } from '#app/features/home/home-page.server.ts'
import { HomeView } from '#app/features/home/home-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadHomePage(await requestContext(request))
}

export default function Home() {
  return <HomeView page={useLoaderData<typeof loader>()} />
}
