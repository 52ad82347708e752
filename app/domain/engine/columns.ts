import type { ActorProfile } from '../values/actor.ts'
import { dayNumber } from '../values/day.ts'
import { FACT_IDS, FACT_KINDS, FACT_VALUES, type FactId, type Facts } from '../values/facts.ts'
import { type Axes, clusterCode, maskOf, NO_REGENCY } from './axes.ts'

/** Facts by the shape of their column. */
export const BOOLEAN_FACTS: readonly FactId[] = FACT_IDS.filter((fact) => FACT_KINDS[fact] === 'boolean')
export const SET_FACTS: readonly FactId[] = FACT_IDS.filter((fact) => FACT_KINDS[fact] === 'set')
export const CHOICE_FACTS: readonly FactId[] = FACT_IDS.filter((fact) => FACT_KINDS[fact] === 'choice')
export const INTEGER_FACTS: readonly FactId[] = FACT_IDS.filter((fact) => FACT_KINDS[fact] === 'integer')

/** Unknown in a set or choice column. */
export const UNKNOWN_CODE = 0xffff
/** Unknown in an integer column. */
export const UNKNOWN_NUMBER = -1

/**
 * Actors as columns, sorted by (regency, cluster, id), in memory that threads share. Position in the columns is the
 * actor's number everywhere in this folder. Every fact keeps its third value.
 */
export interface ActorColumns {
  readonly size: number
  readonly regency: Uint16Array
  readonly cluster: Uint8Array
  /** 0 where the sectors are unknown. */
  readonly sectors: Uint32Array
  readonly needMask: Uint32Array
  /** 1 where her needs are known (known and none is 1 with an empty mask). */
  readonly needsKnown: Uint8Array
  /** Her ranked needs are needIds[needStart[i] .. needStart[i + 1]). */
  readonly needStart: Uint32Array
  readonly needIds: Uint8Array
  readonly booleanKnown: Uint16Array
  readonly booleanTrue: Uint16Array
  /** One column for each of SET_FACTS, then CHOICE_FACTS: a mask or a position; UNKNOWN_CODE. */
  readonly codes: readonly Uint16Array[]
  /** One column for each of INTEGER_FACTS; UNKNOWN_NUMBER. */
  readonly numbers: readonly Float64Array[]
  /** Who has waited longest comes first: the order among equal scores. */
  readonly waitRank: Uint32Array
}

const bytes = (length: number): SharedArrayBuffer => new SharedArrayBuffer(Math.max(length, 8))

export function allocateColumns(size: number, needCount: number): ActorColumns {
  return {
    size,
    regency: new Uint16Array(bytes(size * 2)),
    cluster: new Uint8Array(bytes(size)),
    sectors: new Uint32Array(bytes(size * 4)),
    needMask: new Uint32Array(bytes(size * 4)),
    needsKnown: new Uint8Array(bytes(size)),
    needStart: new Uint32Array(bytes((size + 1) * 4)),
    needIds: new Uint8Array(bytes(needCount)),
    booleanKnown: new Uint16Array(bytes(size * 2)),
    booleanTrue: new Uint16Array(bytes(size * 2)),
    codes: [...SET_FACTS, ...CHOICE_FACTS].map(() => new Uint16Array(bytes(size * 2))),
    numbers: INTEGER_FACTS.map(() => new Float64Array(bytes(size * 8))),
    waitRank: new Uint32Array(bytes(size * 4)),
  }
}

/** The code of a set or choice value in its column. */
export function factCode(fact: FactId, value: Facts[FactId]): number {
  if (value === null || value === undefined) return UNKNOWN_CODE
  const members = FACT_VALUES[fact]!
  if (FACT_KINDS[fact] === 'choice') return members.indexOf(String(value))
  let mask = 0
  for (const member of value as readonly string[]) mask |= 1 << members.indexOf(member)
  return mask
}

/** Order of the columns; null sorts first, as in SQL. */
export function compareForColumns(
  a: Pick<ActorProfile, 'regency' | 'cluster' | 'id'>,
  b: Pick<ActorProfile, 'regency' | 'cluster' | 'id'>,
): number {
  const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
  return order(a.regency ?? '', b.regency ?? '') || order(a.cluster ?? '', b.cluster ?? '') || order(a.id, b.id)
}

/** Writes one profile at a position; profiles must come in column order. */
export function writeActor(columns: ActorColumns, axes: Axes, index: number, actor: ActorProfile): void {
  const { facts } = actor
  columns.regency[index] = actor.regency === null ? NO_REGENCY : (axes.regencyAt.get(actor.regency) ?? NO_REGENCY)
  columns.cluster[index] = clusterCode(actor.cluster)
  columns.sectors[index] = maskOf(axes.sectorAt, actor.sectors ?? [])
  columns.needMask[index] = maskOf(axes.needAt, actor.needs ?? [])
  columns.needsKnown[index] = actor.needs === null ? 0 : 1
  let at = columns.needStart[index]!
  for (const need of actor.needs ?? []) columns.needIds[at++] = axes.needAt.get(need)!
  columns.needStart[index + 1] = at
  let known = 0
  let yes = 0
  BOOLEAN_FACTS.forEach((fact, bit) => {
    const value = facts[fact]
    if (value === null || value === undefined) return
    known |= 1 << bit
    if (value === true) yes |= 1 << bit
  })
  columns.booleanKnown[index] = known
  columns.booleanTrue[index] = yes
  let column = 0
  for (const fact of SET_FACTS) columns.codes[column++]![index] = factCode(fact, facts[fact])
  for (const fact of CHOICE_FACTS) columns.codes[column++]![index] = factCode(fact, facts[fact])
  INTEGER_FACTS.forEach((fact, place) => {
    columns.numbers[place]![index] = (facts[fact] as number | null | undefined) ?? UNKNOWN_NUMBER
  })
  columns.waitRank[index] = index
}

/** Columns of a list of actors in any order, with the sorted list that gives each position its actor. */
export function columnsOf(
  axes: Axes,
  actors: readonly ActorProfile[],
): { readonly columns: ActorColumns; readonly sorted: readonly ActorProfile[] } {
  const sorted = [...actors].sort(compareForColumns)
  const columns = allocateColumns(
    sorted.length,
    sorted.reduce((sum, actor) => sum + (actor.needs?.length ?? 0), 0),
  )
  sorted.forEach((actor, index) => {
    writeActor(columns, axes, index, actor)
  })
  rankWaiting(columns, (index) => sorted[index]!.factsAsOf)
  return { columns, sorted }
}

const NO_DAY = 9_000_000

/** Sets the waiting order: the earliest day first, unknown days last, then position. */
export function rankWaiting(columns: ActorColumns, dayOf: (index: number) => string | null): void {
  // why: one sort of plain numbers is ten times quicker than a comparator over a million strings
  const keys = Float64Array.from(
    { length: columns.size },
    (_, index) => (dayNumber(dayOf(index)) ?? NO_DAY) * 2 ** 24 + index,
  ).sort()
  keys.forEach((key, rank) => {
    columns.waitRank[key % 2 ** 24] = rank
  })
}

/** A run of actors that share regency and cluster, and so their candidate offers. */
export interface ActorGroup {
  readonly regency: number
  readonly cluster: number
  readonly start: number
  readonly end: number
}

export function groupsOf(columns: ActorColumns): readonly ActorGroup[] {
  const groups: ActorGroup[] = []
  let start = 0
  for (let i = 1; i <= columns.size; i++) {
    const same =
      i < columns.size && columns.regency[i] === columns.regency[start] && columns.cluster[i] === columns.cluster[start]
    if (same) continue
    groups.push({ regency: columns.regency[start]!, cluster: columns.cluster[start]!, start, end: i })
    start = i
  }
  return groups
}
