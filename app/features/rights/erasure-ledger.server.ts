import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Tombstone } from '#db/queries/erasures.ts'

/**
 * The tombstones outside the database, one JSON line each: a database restored from a backup does not know of the
 * erasures since, this file does. It belongs to every backup and is never replaced by an older one.
 */
export const ledgerFile = (dataDir: string): string => join(dataDir, 'erasures.jsonl')

export interface LedgerLine extends Tombstone {
  readonly salt: string
}

export function appendToLedger(dataDir: string, line: LedgerLine): void {
  const file = ledgerFile(dataDir)
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
}

/** Every line that can be read; a line cut short by a crash is passed over. */
export function readLedger(dataDir: string): LedgerLine[] {
  const file = ledgerFile(dataDir)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const value = JSON.parse(line) as LedgerLine
        return typeof value.idHash === 'string' && typeof value.salt === 'string' ? [value] : []
      } catch {
        return []
      }
    })
}
