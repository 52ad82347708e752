import type { Generated } from 'kysely'

/** Written in the transaction of every change; the search indexer reads it from a cursor. */
export interface ChangeLogTable {
  seq: Generated<number>
  /** offers or actors. */
  index_name: string
  entity_id: string
  op: 'put' | 'remove'
  at: string
}

export interface SettingTable {
  key: string
  value: string
}
