import { createContext, useContext } from 'react'
import type { Locale } from '#app/i18n/locale.ts'

/** What the server knows about a document besides its data; also there when a loader failed. */
export interface Shell {
  readonly locale: Locale
  /** Of the Content-Security-Policy; every script tag carries it. */
  readonly nonce: string
  readonly requestId: string
  /** Module URLs of the scripts that make pages quicker. */
  readonly scripts: readonly string[]
  /** Path and query of the request. */
  readonly here: string
}

export const ShellContext = createContext<Shell>({ locale: 'id', nonce: '', requestId: '', scripts: [], here: '/' })

export function useShell(): Shell {
  return useContext(ShellContext)
}
