import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/lib/responses.server.ts'

/** The server shows its own refusals (a form of another site, a large upload, too many writes) as pages through this address. */
const SHOWN = new Set(['403', '413', '429'])

export function loader({ params }: LoaderFunctionArgs): never {
  if (!params.status || !SHOWN.has(params.status)) throw notFound()
  throw new Response(null, { status: Number(params.status) })
}

export default function Failure() {
  return null
}
