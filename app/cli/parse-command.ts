import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearestWord } from './nearest-word.ts'
import { type CliText, UsageError, type Verb, type VerbInput } from './verb.ts'

export const GLOBAL_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  lang: { type: 'string' },
} as const satisfies ParseArgsConfig['options']

/**
 * Reads the arguments after the verb.
 * @throws UsageError in the language of `t`, naming the option and the mend.
 */
export function parseCommand(
  verb: Pick<Verb, 'options' | 'positionals'>,
  args: readonly string[],
  t: CliText,
): VerbInput {
  const options = { ...GLOBAL_OPTIONS, ...verb.options }
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: verb.positionals ?? false })
    return { values: parsed.values as VerbInput['values'], positionals: parsed.positionals }
  } catch (error) {
    throw new UsageError(sentenceFor(error as NodeJS.ErrnoException, Object.keys(options), t), { cause: error })
  }
}

function sentenceFor(error: NodeJS.ErrnoException, names: readonly string[], t: CliText): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const option = /--?[^\s,<=']+/.exec(quoted.split(', ').at(-1) ?? '')?.[0] ?? quoted
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const near = nearestWord(option.replace(/^-+/, ''), names)
      return [t.errors.unknownOption(option), ...(near ? [t.errors.meant(`--${near}`)] : [])].join(' ')
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take an argument')
        ? t.errors.optionTakesNoValue(option)
        : t.errors.optionNeedsValue(option)
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return t.errors.unexpectedText(quoted)
    default:
      throw error
  }
}
