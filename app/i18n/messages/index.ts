import type { Locale } from '../locale.ts'
import * as en from './en/index.ts'
import * as id from './id/index.ts'

/** Indonesian is the source; English must have the same keys with the same arguments, or it does not compile. */
export type Messages = typeof id

const catalogue: Record<Locale, Messages> = { id, en }

export function messagesFor(locale: Locale): Messages {
  return catalogue[locale]
}
