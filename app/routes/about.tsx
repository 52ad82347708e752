import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadAboutPage } from '#app/features/about/about-page.server.ts'
import { AboutView } from '#app/features/about/about-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return loadAboutPage((await requestContext(request)).db)
}

export default function About() {
  return <AboutView page={useLoaderData<typeof loader>()} />
}
