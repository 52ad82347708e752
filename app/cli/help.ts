import { GLOBAL_OPTIONS } from './parse-command.ts'
import type { CliText, Verb, VerbText } from './verb.ts'
import { VERBS } from './verbs.ts'

const COMMAND = 'npm run -s sinergi --'

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)
}

function everywhere(t: CliText): string[] {
  const names = Object.keys(GLOBAL_OPTIONS) as (keyof typeof GLOBAL_OPTIONS)[]
  return [`${t.help.everywhere}:`, ...table(names.map((name) => [`--${name}`, t.options[name]]))]
}

/** The help of the whole command line. */
export function overallHelp(t: CliText): string {
  const names = Object.keys(VERBS) as Verb['name'][]
  return [
    t.help.title,
    '',
    `${t.help.usage}: ${COMMAND} ${t.help.verb} [--json]`,
    '',
    `${t.help.verbs}:`,
    ...table(names.map((name) => [name, t.verbs[name].summary])),
    '',
    ...everywhere(t),
    '',
    t.help.more,
  ].join('\n')
}

/** The help of one verb. */
export function verbHelp(verb: Verb, t: CliText): string {
  const text: VerbText = t.verbs[verb.name]
  const options = Object.entries(text.options).map(([name, meaning]) => [`--${name}`, meaning] as const)
  return [
    text.summary,
    '',
    `${t.help.usage}: ${COMMAND} ${text.usage}`,
    ...(options.length > 0 ? ['', `${t.help.options}:`, ...table(options)] : []),
    '',
    ...everywhere(t),
    '',
    `${t.help.examples}:`,
    ...text.examples.map((example) => `  ${COMMAND} ${example}`),
  ].join('\n')
}

export function helpCommand(verb?: string): string {
  return `${COMMAND} ${verb ? `${verb} ` : ''}--help`
}
