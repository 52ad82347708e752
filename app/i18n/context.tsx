import { createContext, type ReactNode, useContext } from 'react'
import { type Formatter, formatterFor } from './format.ts'
import type { Locale } from './locale.ts'
import { type Messages, messagesFor } from './messages/index.ts'

const LocaleContext = createContext<Locale>('id')

/** Gives every component below it the language of the page. */
export function MessagesProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** All sentences in the language of the page: `const t = useMessages()`, then `t.partners.title`. */
export function useMessages(): Messages {
  return messagesFor(useLocale())
}

/** Numbers, dates and amounts as the language of the page writes them. */
export function useFormat(): Formatter {
  return formatterFor(useLocale())
}
