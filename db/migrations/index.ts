import type { Migration } from '../dialect/dialect.ts'
import * as initial from './20261124T0900_initial.ts'

/** In order of their names. The list is code because the bundled server has no folder to read. */
export const migrations: Record<string, Migration> = {
  '20261124T0900_initial': initial,
}
