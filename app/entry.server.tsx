import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { demoRoles, shellPerson } from '#app/auth/shell-person.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { hoistTitle } from '#app/lib/hoist-title.ts'
import { ShellContext } from '#app/lib/shell-context.tsx'

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly nonce: string
    readonly requestId: string
    readonly logFault: (error: unknown) => void
  }
}

/** Documents are static markup: nothing is hydrated, so they carry no data twice and no marks for React. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const url = new URL(request.url)
  const shell = {
    locale: localeOf(request),
    nonce: loadContext.nonce,
    requestId: loadContext.requestId,
    scripts: [...(import.meta.env.DEV ? ['/@vite/client'] : []), remixContext.manifest.entry.module],
    here: url.pathname + url.search,
    person: await shellPerson(request),
    demoRoles: demoRoles(),
  }
  const html = renderToStaticMarkup(
    <ShellContext.Provider value={shell}>
      <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
    </ShellContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', shell.locale)
  headers.append('Vary', 'Cookie, Accept-Language')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  const page = hoistTitle(html, messagesFor(shell.locale).common.product)
  return new Response(`<!DOCTYPE html>${page}`, { status, headers })
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.logFault(error)
}
