import type { ParseArgsConfig } from 'node:util'
import type { Messages } from '#app/i18n/messages/index.ts'
import type { Io } from './io.ts'

export type CliText = Messages['cli']
type Options = NonNullable<ParseArgsConfig['options']>

/** What the text of a verb in the messages must hold. */
export interface VerbText {
  readonly summary: string
  /** The verb with its arguments, without what stands before it. */
  readonly usage: string
  /** What each option of the verb means. */
  readonly options: Readonly<Record<string, string>>
  readonly examples: readonly string[]
}

export interface VerbInput {
  /** Options by name: a text, true, or a list for an option that may be repeated. */
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
}

/** A command of the terminal: one file in `verbs/`, listed in `verbs.ts`, worded in the messages under `cli.verbs`. */
export interface Verb {
  readonly name: keyof CliText['verbs']
  /** As `parseArgs` of node:util takes them; --help, --json, --data-dir and --lang are added to every verb. */
  readonly options: Options
  /** Whether texts without an option name are taken; false by default. */
  readonly positionals?: boolean
  /**
   * Does the work and answers once through `io.answer`.
   * @throws UsageError (exit code 2) for wrong options, CliFailure (exit code 1) for anything else a person can mend.
   */
  run(input: VerbInput, io: Io): Promise<void>
}

/** The command was called wrongly; the message says which option and what would be right. */
export class UsageError extends Error {}

/** The command could not be done; the message says why and how to mend it. */
export class CliFailure extends Error {}
