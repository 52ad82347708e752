import { randomUUID } from 'node:crypto'
import type { Day } from '#app/domain/values/day.ts'
import type { DbClient } from '#db/client.ts'
import type { ImportStaging, StagedChange, StagedNew, StagedReject } from '#db/import-staging.ts'
import { FACTS_DAY } from '#db/queries/fact-changes.ts'
import { actorByNaturalKey } from '#db/queries/imports.ts'
import type { ActorRow } from '#db/schema/actor.ts'
import { cellText, type SheetRow } from '../read/cell.ts'
import { maskIdentityNumbers, type Problem } from '../understand/problem.ts'
import type { UnderstoodActor } from '../understand/understood.ts'
import { compareContent, type StoredContent } from './compare.ts'
import type { SampleRow } from './summary.ts'

/**
 * A row that was read, waiting to be compared with what is stored. `repeats`: an earlier row said the same. Only rejected
 * rows keep their cells, since cells hold on to the piece of the file they were cut from.
 */
export type ReadRow =
  | { readonly number: number; readonly actor: UnderstoodActor; readonly repeats: boolean }
  | { readonly row: SheetRow; readonly problems: readonly Problem[] }

const SAMPLE = 20
const EMPTY: StoredContent = { sectors: null, needs: null, cluster: null, products: null, facts: {}, factsAsOf: null }

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

function storedContent(row: ActorRow): StoredContent {
  return {
    sectors: row.sectors === null ? null : JSON.parse(row.sectors),
    needs: row.needs === null ? null : JSON.parse(row.needs),
    cluster: row.cluster,
    products: row.products,
    facts: JSON.parse(row.facts),
    factsAsOf: row.facts_as_of,
  }
}

function columnsOf(content: StoredContent) {
  return {
    cluster: content.cluster,
    sectors: json(content.sectors),
    needs: json(content.needs),
    products: content.products,
    facts: JSON.stringify(content.facts),
    facts_as_of: content.factsAsOf,
  }
}

/** An id that sorts by time, so that a large load goes to the end of the tables. */
function newActorId(now: number): string {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

function createdBy(actor: UnderstoodActor, asOf: Day): StagedNew {
  const { content } = compareContent(EMPTY, actor, actor.asOf ?? asOf)
  return {
    actor: { id: newActorId(Date.now()), regency_code: actor.regency, village: actor.village, ...columnsOf(content) },
    name: actor.name,
    businessName: actor.businessName,
    naturalKey: actor.naturalKey,
  }
}

function changedBy(actor: UnderstoodActor, stored: ActorRow, asOf: Day): StagedChange | null {
  const before = storedContent(stored)
  const { content, changes, changed } = compareContent(before, actor, actor.asOf ?? asOf)
  if (!changed) return null
  const rows = changes.map(({ fact, from, to }) => ({ fact, oldValue: json(from), newValue: json(to) }))
  if (content.factsAsOf !== before.factsAsOf) {
    rows.push({ fact: FACTS_DAY, oldValue: json(before.factsAsOf), newValue: json(content.factsAsOf) })
  }
  return {
    actor: { id: stored.id, ...columnsOf(content) },
    seenUpdatedAt: stored.updated_at,
    changes: rows.map((row) => ({ id: randomUUID(), ...row })),
  }
}

function sampleOf(row: number, state: SampleRow['state'], actor: UnderstoodActor): SampleRow {
  const { naturalKey: _, asOf: __, ...shown } = actor
  return { row, state, ...shown }
}

export interface RowStager {
  /** Compares a piece of the file with the database and puts the outcome into the staging. */
  take(rows: readonly ReadRow[]): void
  readonly counts: { created: number; changed: number; same: number; rejected: number }
  /** Rows taken, by region. */
  readonly regions: ReadonlyMap<string, number>
}

/**
 * Sorts rows into new, changed, same and rejected.
 * @param kept the columns whose cells go with a rejected row, in the order of the file.
 */
export function rowStager(client: DbClient, staging: ImportStaging, asOf: Day, kept: readonly number[]): RowStager {
  const counts = { created: 0, changed: 0, same: 0, rejected: 0 }
  const regions = new Map<string, number>()
  const known = actorByNaturalKey(client)
  let sampled = 0

  const reject = (row: SheetRow, problems: readonly Problem[]): StagedReject => {
    counts.rejected += 1
    const cells = kept.map((index) => maskIdentityNumbers(cellText(row.cells[index])))
    return { row: row.number, cells: JSON.stringify(cells), problems: JSON.stringify(problems) }
  }

  return {
    counts,
    regions,
    take(rows) {
      const created: StagedNew[] = []
      const changed: StagedChange[] = []
      const rejected: StagedReject[] = []
      const sample: { row: number; data: string }[] = []
      for (const read of rows) {
        if ('problems' in read) {
          rejected.push(reject(read.row, read.problems))
          continue
        }
        const { actor, number, repeats } = read
        const stored = repeats ? undefined : known(actor.naturalKey)
        const change = stored ? changedBy(actor, stored, asOf) : null
        const state = repeats ? 'same' : !stored ? 'created' : change ? 'changed' : 'same'
        if (state === 'created') created.push(createdBy(actor, asOf))
        if (change) changed.push(change)
        counts[state] += 1
        regions.set(actor.regency, (regions.get(actor.regency) ?? 0) + 1)
        if (sampled < SAMPLE) {
          sampled += 1
          sample.push({ row: number, data: JSON.stringify(sampleOf(number, state, actor)) })
        }
      }
      staging.add({ created, changed, rejected, sample })
    },
  }
}
