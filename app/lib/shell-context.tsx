import { createContext, useContext } from 'react'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** Who is signed in, as the head of the page says it. */
export interface ShellPerson {
  readonly name: string
  readonly role: AccountRole
  /** District, province or organisation; null for the whole country. */
  readonly place: string | null
  readonly demo: boolean
  /** False while a second factor is demanded and not set up: nothing else is open until then. */
  readonly mayWork: boolean
}

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
  readonly person: ShellPerson | null
  /** Roles whose demo accounts can be tried with one tap. */
  readonly demoRoles: readonly AccountRole[]
}

export const ShellContext = createContext<Shell>({
  locale: 'id',
  nonce: '',
  requestId: '',
  scripts: [],
  here: '/',
  person: null,
  demoRoles: [],
})

export function useShell(): Shell {
  return useContext(ShellContext)
}
