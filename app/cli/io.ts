import { existsSync } from 'node:fs'
import type { Config } from '#app/config.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Messages, messagesFor } from '#app/i18n/messages/index.ts'
import type { DbClient } from '#db/client.ts'

/** The terminal as verbs see it: one answer on standard output, everything else on standard error. */
export interface Io {
  readonly config: Config
  readonly locale: Locale
  readonly messages: Messages
  /** Texts of the command line. */
  readonly t: Messages['cli']
  readonly json: boolean
  /** Aborted by Ctrl+C; long work should stop at its next safe point. */
  readonly signal: AbortSignal
  /** The answer: as one JSON value with --json, else as the lines that `lines` gives. Call it once. */
  answer(value: unknown, lines: () => string | readonly string[]): void
  /** A message for the person, on standard error. */
  note(text: string): void
  /** How far a long task is, on standard error: one moving line on a terminal, a line each tenth otherwise. */
  progress(label: string, done: number, total: number): void
  /**
   * The database of the data folder, created if need be, migrated and with the reference data of this version. It is
   * closed when the verb ends.
   */
  openDb(options?: { reference?: boolean }): Promise<DbClient>
}

export interface OwnedIo extends Io {
  close(): Promise<void>
}

export function createIo(options: {
  config: Config
  locale: Locale
  json: boolean
  signal: AbortSignal
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream & { isTTY?: boolean }
}): OwnedIo {
  const { config, locale, json, signal, stdout, stderr } = options
  const messages = messagesFor(locale)
  const open: DbClient[] = []
  let tenth = -1
  return {
    config,
    locale,
    messages,
    t: messages.cli,
    json,
    signal,
    answer(value, lines) {
      const text = json ? JSON.stringify(value) : [lines()].flat().join('\n')
      stdout.write(`${text}\n`)
    },
    note(text) {
      stderr.write(`${text}\n`)
    },
    progress(label, done, total) {
      const share = total === 0 ? 1 : done / total
      if (!stderr.isTTY && Math.floor(share * 10) === tenth && done < total) return
      tenth = Math.floor(share * 10)
      const bar = '#'.repeat(Math.round(share * 20)).padEnd(20, '.')
      const line = `${label} [${bar}] ${Math.floor(share * 100)}% (${done}/${total})`
      stderr.write(stderr.isTTY ? `\r${line}${done >= total ? '\n' : ''}` : `${line}\n`)
    },
    async openDb({ reference = true } = {}) {
      const [{ createDb }, { migrate }] = await Promise.all([import('#db/client.ts'), import('#db/migrator.ts')])
      const isNew = !existsSync(config.databaseFile)
      const client = createDb(config.databaseFile)
      open.push(client)
      await migrate(client.db, client.dialect)
      if (reference) await (await import('#db/reference/load.ts')).loadReference(client)
      if (isNew) stderr.write(`${messages.cli.databaseCreated(config.databaseFile)}\n`)
      return client
    },
    async close() {
      for (const client of open.splice(0)) await client.close()
    },
  }
}
