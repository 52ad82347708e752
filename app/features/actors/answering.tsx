import { createContext, useContext } from 'react'

/** What the forms of a profile have in common. */
export interface Answering {
  /** Whether the reader may answer for her; if not, no form is drawn. */
  readonly allowed: boolean
  /** The state of the record the reader saw, so that two people do not overwrite each other. */
  readonly version: string
}

const Context = createContext<Answering>({ allowed: false, version: '' })

export const AnsweringProvider = Context.Provider

export function useAnswering(): Answering {
  return useContext(Context)
}
