import { Links, Meta } from '@remix-run/react'
import type { ReactNode } from 'react'
import { MessagesProvider } from '#app/i18n/context.tsx'
import { useShell } from '#app/lib/shell-context.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { SkipLinks } from './skip-links.tsx'

/** The whole HTML document around a page or an error. */
export function Document({ children }: { children: ReactNode }) {
  const { locale, nonce, scripts } = useShell()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#6b2d5c" />
        <Meta />
        <Links />
        {scripts.map((src) => (
          <script key={src} type="module" src={src} nonce={nonce} />
        ))}
      </head>
      <body>
        <MessagesProvider locale={locale}>
          <SkipLinks />
          <SiteHeader />
          <main id="isi" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
            {children}
          </main>
          <SiteFooter />
        </MessagesProvider>
      </body>
    </html>
  )
}
