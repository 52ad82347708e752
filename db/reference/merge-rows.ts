import { createHash } from 'node:crypto'

/** What was loaded last time: the fingerprint of the whole part, and of each of its rows by id. */
export interface LoadedPart {
  readonly version: string
  readonly rows: Readonly<Record<string, string>>
}

export interface RowPlan {
  /** Ids to insert or replace. */
  readonly write: readonly string[]
  /** Ids left alone because somebody has edited or removed the row since it was loaded. */
  readonly kept: readonly string[]
}

/** Sixteen hex digits that change with any value inside; keys must come in a fixed order. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}

/**
 * Decides which rows of a changed reference file are written: those the database lacks, and those it still holds exactly
 * as they were loaded. All maps go from id to fingerprint.
 */
export function planRows(
  incoming: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, string>,
  loaded: Readonly<Record<string, string>>,
): RowPlan {
  const write: string[] = []
  const kept: string[] = []
  for (const [id, print] of incoming) {
    const held = stored.get(id)
    if (held === print) continue
    if (held === loaded[id]) write.push(id)
    else kept.push(id)
  }
  return { write, kept }
}
