import { type Config, readConfig } from '#app/config.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { describeError } from './describe-error.ts'
import { helpCommand, overallHelp, verbHelp } from './help.ts'
import { createIo } from './io.ts'
import { nearestWord } from './nearest-word.ts'
import { parseCommand } from './parse-command.ts'
import { readOneOf } from './read-option.ts'
import { CliFailure, type CliText, UsageError } from './verb.ts'
import { isVerbName, VERBS } from './verbs.ts'

export const EXIT = { ok: 0, failure: 1, usage: 2, interrupted: 130 } as const

export interface Terminal {
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean }
  readonly signal: AbortSignal
}

/** The language asked for anywhere on the line, so that even a wrong command is answered in it. */
function localeOf(args: readonly string[]): Locale {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const word = at < 0 ? '' : args[at] === '--lang' ? args[at + 1] : args[at]!.slice('--lang='.length)
  return word === 'en' ? 'en' : 'id'
}

function configFrom(folder: unknown, t: CliText): Config {
  try {
    return readConfig(undefined, typeof folder === 'string' ? folder : undefined)
  } catch (error) {
    throw new CliFailure(t.errors.settings((error as Error).message), { cause: error })
  }
}

/** Runs one command line (without node and script name) and gives its exit code. Never throws. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const locale = localeOf(args)
  const t = messagesFor(locale).cli
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === undefined ? terminal.stderr : terminal.stdout
    asked.write(`${overallHelp(t)}\n`)
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  let config: Config | null = null
  let close = async () => {}
  try {
    if (!isVerbName(name)) {
      const near = nearestWord(name, Object.keys(VERBS))
      throw new UsageError([t.errors.unknownVerb(name), ...(near ? [t.errors.meant(near)] : [])].join(' '))
    }
    const verb = await VERBS[name]()
    const input = parseCommand(verb, rest, t)
    if (input.values.help) {
      terminal.stdout.write(`${verbHelp(verb, t)}\n`)
      return EXIT.ok
    }
    readOneOf(input.values.lang, '--lang', ['id', 'en'], t)
    config = configFrom(input.values['data-dir'], t)
    const io = createIo({ ...terminal, config, locale, json: input.values.json === true })
    close = io.close
    await verb.run(input, io)
    return EXIT.ok
  } catch (error) {
    terminal.stderr.write(`${describeError(error, config?.databaseFile ?? null, t)}\n`)
    if (error instanceof UsageError) {
      terminal.stderr.write(`${t.errors.seeHelp(helpCommand(isVerbName(name) ? name : undefined))}\n`)
      return EXIT.usage
    }
    if (config?.logLevel === 'debug' && error instanceof Error) terminal.stderr.write(`${error.stack}\n`)
    return terminal.signal.aborted ? EXIT.interrupted : EXIT.failure
  } finally {
    await close()
  }
}
