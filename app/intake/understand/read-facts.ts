import type { Day } from '#app/domain/values/day.ts'
import type { FactId, Facts, FactValue } from '#app/domain/values/facts.ts'
import { FACT_KINDS, FACT_VALUES } from '#app/domain/values/facts.ts'
import { saysNone } from './known-none.ts'
import { plain } from './plain.ts'
import { monthsSince, readCount, readMonths, readYearlySales, salesBand } from './read-number.ts'
import { readHolds, readIsWoman, readYesNo } from './read-yes-no.ts'
import type { Filled, RowCells } from './row-cells.ts'
import { readChoice, readSet } from './set-words.ts'

const BOOLEANS = (Object.keys(FACT_KINDS) as FactId[]).filter((fact) => FACT_KINDS[fact] === 'boolean')

function inOrder(fact: FactId, values: ReadonlySet<string>): string[] {
  return (FACT_VALUES[fact] ?? []).filter((value) => values.has(value))
}

/** The members of a set cell; null when something in it is unknown and noted. */
function readMembers(cells: RowCells, filled: Filled, kind: 'permits' | 'credit'): readonly string[] | null {
  if (saysNone(filled.text)) return []
  const reading = readSet(kind, filled.raw)
  for (const { item, nearest } of reading.unknown) {
    cells.fail('term.unknown', filled, nearest ? { kind, item, nearest } : { kind, item })
  }
  return reading.unknown.length > 0 ? null : reading.ids
}

/** Permits from a list and from columns for one permit each. */
function readPermits(cells: RowCells): string[] | null {
  const lists = cells.all('permits')
  const flags = cells.all('permit_flag')
  if (lists.length + flags.length === 0) return null
  const held = new Set<string>()
  for (const filled of lists) for (const permit of readMembers(cells, filled, 'permits') ?? []) held.add(permit)
  for (const filled of flags) {
    const holds = readHolds(filled.text)
    if (holds === null) cells.fail('yes_no.unknown', filled)
    else if (holds) held.add(filled.column.term!)
  }
  return inOrder('permits', held)
}

/** The permits a row asks about one by one, none of them in a list; what it does not ask about stays as unknown as it was. */
export function permitsAsked(cells: RowCells): string[] | null {
  const flags = cells.all('permit_flag').filter((filled) => readHolds(filled.text) !== null)
  if (flags.length === 0 || cells.all('permits').length > 0) return null
  const asked = inOrder('permits', new Set(flags.map((filled) => filled.column.term!)))
  if (!isWholeList(asked)) cells.note('permits_partly', flags[0]!)
  return asked
}

/**
 * Whether answers to some permits may stand for all: an office that asks about the NIB, without which no other permit is
 * given, asks about what there is.
 */
export function isWholeList(asked: readonly string[] | null): boolean {
  return asked === null || asked.includes('nib')
}

function readMonthsInBusiness(cells: RowCells, asOf: Day): number | null {
  const duration = cells.first('operating_months')
  if (duration) {
    const months = readMonths(duration.text, duration.column.unit)
    if (typeof months === 'number') return months
    const since = monthsSince(duration.text, asOf)
    if (since !== null) return since
    if (months === 'unit') cells.note('unit_missing', duration)
    else cells.fail('months.unreadable', duration)
  }
  const start = cells.first('start_year')
  if (!start) return null
  const months = monthsSince(start.text, asOf)
  if (months === null) cells.fail('year.unreadable', start)
  return months
}

/** Zero where she says she is in no group. */
function readGroupSize(cells: RowCells): number | null {
  const filled = cells.first('group_size')
  if (!filled) return null
  if (
    saysNone(filled.text) ||
    /^(tidak|tdk|belum|tanpa) (ber)?(kelompok|anggota)|^(sendiri|perorangan|mandiri)$/.test(plain(filled.text))
  ) {
    return 0
  }
  const count = readCount(filled.text)
  if (count === null) cells.fail('count.unreadable', filled)
  return count
}

function readSales(cells: RowCells): number | null {
  const filled = cells.first('annual_sales_idr')
  if (!filled) return null
  const amount = readYearlySales(filled.text, filled.column.unit)
  if (typeof amount === 'number') return salesBand(amount)
  if (amount === 'unit') cells.note('unit_missing', filled)
  else cells.fail('rupiah.unreadable', filled)
  return null
}

function readChoiceFact(cells: RowCells, fact: 'product_form' | 'ownership'): string | null {
  const filled = cells.first(fact)
  if (!filled) return null
  const choice = readChoice(fact, filled.text)
  if (choice === null) cells.fail('choice.unknown', filled, { kind: fact })
  return choice
}

function readAnswer(cells: RowCells, fact: FactId): boolean | null {
  const filled = cells.first(fact)
  if (!filled) return null
  const answer = fact === 'has_brand_label' ? readBrand(filled.text) : readYesNo(filled.text, fact)
  if (answer === null) cells.fail('yes_no.unknown', filled)
  return answer
}

/** Under "Merek" offices write the brand itself; any name there says that there is one. */
function readBrand(text: string): boolean | null {
  return readYesNo(text) ?? (/\p{L}{2}/u.test(text) ? true : null)
}

function readWomanOwned(cells: RowCells): boolean | null {
  const told = readAnswer(cells, 'woman_owned')
  const gender = cells.first('gender')
  if (told !== null || !gender) return told
  const woman = readIsWoman(gender.text)
  if (woman === null) cells.fail('choice.unknown', gender, { kind: 'gender' })
  return woman
}

/** The facts a row tells; problems are noted in `cells`. */
export function readRowFacts(cells: RowCells, asOf: Day): Facts {
  const facts: { [F in FactId]?: FactValue } = {}
  const tell = (fact: FactId, value: FactValue | null) => {
    if (value !== null) facts[fact] = value
  }
  tell('permits', readPermits(cells))
  tell('operating_months', readMonthsInBusiness(cells, asOf))
  tell('group_size', readGroupSize(cells))
  for (const fact of ['credit_active', 'credit_past'] as const) {
    const filled = cells.first(fact)
    const members = filled ? readMembers(cells, filled, 'credit') : null
    tell(fact, members && inOrder(fact, new Set(members)))
  }
  for (const fact of BOOLEANS) tell(fact, fact === 'woman_owned' ? readWomanOwned(cells) : readAnswer(cells, fact))
  tell('product_form', readChoiceFact(cells, 'product_form'))
  tell('annual_sales_idr', readSales(cells))
  tell('ownership', readChoiceFact(cells, 'ownership'))
  return facts
}
