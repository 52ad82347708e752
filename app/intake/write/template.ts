import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termIds, termLabel } from '#app/i18n/terms.ts'
import { EXAMPLE_MARK } from '../understand/understand-row.ts'
import { csvLine } from './safe-cell.ts'

/** The columns of the template with two invented examples; headings stand in the messages. */
const EXAMPLES = {
  name: [`${EXAMPLE_MARK} Sri Rahayu`, `${EXAMPLE_MARK} Dewi Lestari`],
  business_name: ['Keripik Contoh Jaya', ''],
  province: ['Jawa Tengah', 'Jawa Tengah'],
  regency: ['Kab. Kendal', 'Kota Semarang'],
  village: ['Boja', ''],
  sector: ['keripik, kue kering', 'batik'],
  products: ['keripik singkong, nastar', 'batik tulis'],
  cluster: ['IR 1', 'IR 2'],
  needs: ['modal, kemasan, pemasaran online', 'pendaftaran merek'],
  permits: ['NIB, P-IRT', 'tidak ada'],
  operating_months: ['2 tahun', '8 bulan'],
  group_size: ['15', '0'],
  credit_active: ['KUR', 'tidak ada'],
  smartphone: ['ya', 'tidak'],
  internet: ['ya', ''],
  bank_account: ['ya', 'tidak'],
  annual_sales_idr: ['25 juta', ''],
  ownership: ['perorangan', 'kelompok'],
  as_of: ['24-11-2026', ''],
} as const satisfies Record<string, readonly [string, string]>

type TemplateColumn = keyof typeof EXAMPLES
const COLUMNS = Object.keys(EXAMPLES) as TemplateColumn[]
const REQUIRED: ReadonlySet<TemplateColumn> = new Set<TemplateColumn>(['name', 'regency'])
const LISTS = ['sector', 'need', 'permit'] as const

const BOLD: CellStyle = { font: { bold: true } }
const HEADING: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '6B2D5C' } },
  alignment: { vertical: 'center', wrapText: true },
}
const EXAMPLE: CellStyle = { font: { italic: true, color: { rgb: '6B6B6B' } } }
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }

function dataRows(locale: Locale): string[][] {
  const { columns } = messagesFor(locale).intake.template
  return [
    COLUMNS.map((column) => columns[column].heading),
    ...[0, 1].map((row) => COLUMNS.map((column) => EXAMPLES[column][row]!)),
  ]
}

function helpRows(locale: Locale): string[][] {
  const t = messagesFor(locale).intake.template
  const { heading, needed, meaning, values } = t.helpColumns
  return [
    [t.helpTitle],
    ...t.notes.map((note) => [note]),
    [],
    [heading, needed, meaning, values],
    ...COLUMNS.map((column) => [
      t.columns[column].heading,
      REQUIRED.has(column) ? t.required : t.optional,
      t.columns[column].meaning,
      EXAMPLES[column].filter((text) => text !== '').join(' | '),
    ]),
    [],
    ...LISTS.map((list) => [
      t.lists[list],
      '',
      termIds(list)
        .filter((id) => id !== '*')
        .map((id) => termLabel(locale, list, id))
        .join('; '),
    ]),
  ]
}

function styled(rows: readonly (readonly string[])[], styleOf: (row: number) => CellStyle | null) {
  const cells = new Map<string, { value: CellValue; style: CellStyle }>()
  for (const [r, row] of rows.entries()) {
    const style = styleOf(r)
    if (style) for (const [c, value] of row.entries()) cells.set(`${r},${c}`, { value, style })
  }
  return cells
}

/** The template as a workbook: the list with two marked examples, and a sheet that explains every column. */
export async function templateXlsx(locale: Locale): Promise<Uint8Array> {
  const t = messagesFor(locale).intake.template
  const data = dataRows(locale)
  const help = helpRows(locale)
  const table = 2 + t.notes.length
  const letter = (column: TemplateColumn) => String.fromCharCode(65 + COLUMNS.indexOf(column))
  const list = (column: TemplateColumn, values: string[]) => ({
    type: 'list' as const,
    values,
    allowBlank: true,
    errorStyle: 'warning' as const,
    range: `${letter(column)}2:${letter(column)}2000`,
  })
  return writeXlsx({
    sheets: [
      {
        name: t.dataSheet,
        rows: data,
        columns: COLUMNS.map((column) => ({ width: Math.max(14, ...EXAMPLES[column].map((text) => text.length + 2)) })),
        cells: styled(data, (row) => (row === 0 ? HEADING : EXAMPLE)),
        freezePane: { rows: 1 },
        rowDefs: new Map([[0, { height: 32 }]]),
        dataValidations: [
          list('cluster', ['IR 1', 'IR 2', 'IR 3']),
          list('smartphone', ['ya', 'tidak']),
          list('internet', ['ya', 'tidak']),
          list('bank_account', ['ya', 'tidak']),
          list('ownership', ['perorangan', 'kelompok', 'koperasi']),
        ],
      },
      {
        name: t.helpSheet,
        rows: help,
        columns: [{ width: 28 }, { width: 14 }, { width: 70, style: WRAPPED }, { width: 44 }],
        cells: styled(help, (row) => (row === 0 ? BOLD : row === table ? HEADING : null)),
      },
    ],
  })
}

/** The list of the template as CSV for Excel in Indonesia. */
export function templateCsv(locale: Locale): string {
  return `\ufeff${dataRows(locale).map(csvLine).join('')}`
}
