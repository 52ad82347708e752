import fontUrl from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url'
import type { LinksFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react'
import { Document } from '#app/components/document.tsx'
import { ErrorPage } from '#app/components/error-page.tsx'
import { paths } from '#app/lib/paths.ts'
import { useShell } from '#app/lib/shell-context.tsx'
import stylesUrl from './tailwind.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: fontUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'icon', href: paths.favicon(), type: 'image/svg+xml' },
]

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { requestId } = useShell()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <Document>
      <ErrorPage status={status} reference={requestId} />
    </Document>
  )
}
