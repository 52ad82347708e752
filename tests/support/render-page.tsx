import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MessagesProvider } from '#app/i18n/context.tsx'
import type { Locale } from '#app/i18n/locale.ts'

/** The markup a view makes, as the server sends it. */
export function renderView(view: ReactElement, locale: Locale = 'id'): string {
  return renderToStaticMarkup(<MessagesProvider locale={locale}>{view}</MessagesProvider>)
}
