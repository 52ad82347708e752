import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AUDIT_PAGE_SIZE, loadAuditPage } from '#app/features/audit/audit-page.server.ts'
import { AuditView } from '#app/features/audit/audit-view.tsx'
import { requestContext } from '#app/lib/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await loadAuditPage(await requestContext(request), new URL(request.url).searchParams)
  return { page, pageSize: AUDIT_PAGE_SIZE }
}

export default function AuditLog() {
  return <AuditView {...useLoaderData<typeof loader>()} />
}
