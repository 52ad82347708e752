import type { Transaction } from 'kysely'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { DbClient } from '../client.ts'
import { logChanges } from '../queries/change-log.ts'
import { getSetting, putSetting } from '../queries/settings.ts'
import type { Database } from '../schema/index.ts'
import { loadConsentTexts } from './consent-texts.ts'
import { putOfferRecord, storedOfferRecords } from './merge-offers.ts'
import { fingerprint, type LoadedPart, planRows } from './merge-rows.ts'
import { modelDistrictRows, publishedFigureRows } from './model-district-rows.ts'
import { offerRecords, partnerRows } from './partner-records.ts'
import { regionRows } from './region-rows.ts'

type Trx = Transaction<Database>

/** How many rows of one reference file were written now, and which ones were left alone because they had been edited. */
export interface PartReport {
  readonly part: 'regions' | 'model_districts' | 'published_figures' | 'partners' | 'offers'
  readonly total: number
  readonly written: number
  readonly kept: readonly string[]
}

/** What the files hold, as rows. */
export interface ReferenceData {
  readonly regions: ReturnType<typeof regionRows>
  readonly modelDistricts: ReturnType<typeof modelDistrictRows>
  readonly figures: ReturnType<typeof publishedFigureRows>
  readonly partners: ReturnType<typeof partnerRows>
  readonly offers: ReturnType<typeof offerRecords>
}

export function referenceData(): ReferenceData {
  return {
    regions: regionRows(),
    modelDistricts: modelDistrictRows(),
    figures: publishedFigureRows(),
    partners: partnerRows(),
    offers: offerRecords(),
  }
}

/** One file's worth of rows and how to compare and store them. Keys of a row must always come in the same order. */
interface Part<Row> {
  readonly name: PartReport['part']
  readonly rows: readonly Row[]
  idOf(row: Row): string
  stored(trx: Trx): Promise<readonly Row[]>
  put(trx: Trx, row: Row): Promise<unknown>
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inKeyOrder(inner)]),
  )
}

function prints<Row>(part: Part<Row>, rows: readonly Row[]): Map<string, string> {
  return new Map(rows.map((row) => [part.idOf(row), fingerprint(inKeyOrder(row))]))
}

async function loadPart<Row>(trx: Trx, part: Part<Row>): Promise<{ report: PartReport; written: string[] }> {
  const key = `reference.${part.name}`
  const incoming = prints(part, part.rows)
  const version = fingerprint([...incoming])
  const loaded = await getSetting<LoadedPart>(trx, key)
  if (loaded?.version === version) {
    return { report: { part: part.name, total: part.rows.length, written: 0, kept: [] }, written: [] }
  }
  const plan = planRows(incoming, prints(part, await part.stored(trx)), loaded?.rows ?? {})
  const wanted = new Set(plan.write)
  for (const row of part.rows) if (wanted.has(part.idOf(row))) await part.put(trx, row)
  const rows = { ...loaded?.rows, ...Object.fromEntries([...incoming].filter(([id]) => !plan.kept.includes(id))) }
  await putSetting(trx, key, { version, rows } satisfies LoadedPart)
  return {
    report: { part: part.name, total: part.rows.length, written: plan.write.length, kept: plan.kept },
    written: [...plan.write],
  }
}

async function loadPolicy(trx: Trx, at: string): Promise<void> {
  const existing = await trx.selectFrom('match_policy').select('version').limit(1).executeTakeFirst()
  if (existing) return
  await trx
    .insertInto('match_policy')
    .values({
      version: DEFAULT_POLICY.version,
      data: JSON.stringify(DEFAULT_POLICY),
      is_active: 1,
      created_at: at,
      note: '',
      created_by: null,
    })
    .execute()
}

type SimpleTable = 'region' | 'model_district' | 'published_figure' | 'partner'

/** A part whose rows are rows of one table. */
function tablePart<Row extends object>(
  name: PartReport['part'],
  table: SimpleTable,
  key: string & keyof Row,
  rows: readonly Row[],
): Part<Row> {
  return {
    name,
    rows,
    idOf: (row) => String(row[key]),
    stored: async (trx) => (await trx.selectFrom(table).selectAll().execute()) as unknown as Row[],
    put: (trx, row) =>
      trx
        .insertInto(table)
        .values(row as never)
        .onConflict((conflict) => conflict.column(key as never).doUpdateSet(row as never))
        .execute(),
  }
}

/**
 * Brings regions, model districts, published figures, partners, offers and the first policy into the database, in one
 * transaction. Safe to repeat: an unchanged file is not touched, and of a changed file only the rows nobody has edited
 * since are replaced. Rows that a file no longer lists stay; a programme that ends is marked historical in the file.
 * @param options.at the instant written to the change log; now by default.
 * @param options.data the rows to load; those of the files in `data/` by default.
 */
export async function loadReference(
  client: DbClient,
  options: { at?: string; data?: ReferenceData } = {},
): Promise<PartReport[]> {
  const { at = new Date().toISOString(), data = referenceData() } = options
  return client.db.transaction().execute(async (trx) => {
    const regions = await loadPart(trx, tablePart('regions', 'region', 'code', data.regions))
    const districts = await loadPart(trx, tablePart('model_districts', 'model_district', 'n', data.modelDistricts))
    const figures = await loadPart(trx, tablePart('published_figures', 'published_figure', 'id', data.figures))
    const partners = await loadPart(trx, tablePart('partners', 'partner', 'id', data.partners))
    const offers = await loadPart(trx, {
      name: 'offers',
      rows: data.offers,
      idOf: (record) => record.row.id,
      stored: storedOfferRecords,
      put: putOfferRecord,
    })
    const touched = new Set(offers.written)
    if (partners.written.length > 0) {
      // why: an offer is found by its partner's words too, so it changes with its partner
      const rows = await trx.selectFrom('offer').select('id').where('partner_id', 'in', partners.written).execute()
      for (const row of rows) touched.add(row.id)
    }
    await logChanges(trx, 'offers', [...touched].sort(), at)
    await loadPolicy(trx, at)
    await loadConsentTexts(trx, at)
    return [regions, districts, figures, partners, offers].map((part) => part.report)
  })
}
