import type { ClusterId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import { FACT_IDS, FACT_KINDS, FACT_VALUES, type FactId, type Facts, type FactValue } from '#app/domain/values/facts.ts'
import { isWholeList } from '../understand/read-facts.ts'
import type { UnderstoodActor } from '../understand/understood.ts'

/** The part of a stored actor a row can change. */
export interface StoredContent {
  readonly sectors: readonly string[] | null
  readonly needs: readonly string[] | null
  readonly cluster: ClusterId | null
  readonly products: string | null
  readonly facts: Facts
  readonly factsAsOf: Day | null
}

export interface ContentChange {
  /** A fact, or `cluster`, `sectors`, `needs`. */
  readonly fact: string
  readonly from: FactValue | null
  readonly to: FactValue
}

export interface Comparison {
  readonly content: StoredContent
  readonly changes: readonly ContentChange[]
  /** Something differs from what is stored, were it only the products or the day. */
  readonly changed: boolean
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member) => b.includes(member))
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member, at) => member === b[at])
}

function sameFact(fact: FactId, a: FactValue, b: FactValue): boolean {
  return FACT_KINDS[fact] === 'set' ? sameMembers(a as readonly string[], b as readonly string[]) : a === b
}

/** Calendar months from one day to another. */
function monthsApart(from: Day, to: Day): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

/**
 * What a row changes about an actor. What the row does not say stays; what it says fills gaps, and replaces what is known
 * unless that was confirmed on a later day than the row speaks of.
 * @param asOf the day the row speaks of.
 */
export function compareContent(stored: StoredContent, row: UnderstoodActor, asOf: Day): Comparison {
  const isNewer = stored.factsAsOf === null || asOf >= stored.factsAsOf
  const changes: ContentChange[] = []
  const settle = <T extends FactValue>(fact: string, old: T | null, said: T | null, same: (a: T, b: T) => boolean) => {
    if (said === null || (old !== null && (same(old, said) || !isNewer))) return old
    changes.push({ fact, from: old, to: said })
    return said
  }
  const saidSectors = row.sectorsFromProducts && stored.sectors !== null ? null : row.sectors
  const sectors = settle<readonly string[]>('sectors', stored.sectors, saidSectors, sameMembers)
  const needs = settle<readonly string[]>('needs', stored.needs, row.needs, sameOrder)
  const cluster = settle<ClusterId>('cluster', stored.cluster, row.cluster, (a, b) => a === b)
  const facts: { [F in FactId]?: FactValue | null } = { ...stored.facts }
  for (const fact of FACT_IDS) {
    const said = fact === 'permits' ? saidPermits(stored.facts, row) : (row.facts[fact] ?? null)
    const value = settle<FactValue>(fact, stored.facts[fact] ?? null, said, (a, b) => {
      // why: a business grown older by the time between the two days is no news ("berdiri 2019" in the same file)
      const aged = fact === 'operating_months' && stored.factsAsOf !== null
      return sameFact(fact, a, b) || (aged && Number(a) + monthsApart(stored.factsAsOf!, asOf) === Number(b))
    })
    if (value !== null) facts[fact] = value
  }
  const products = row.products !== null && (stored.products === null || isNewer) ? row.products : stored.products
  const confirmed = isNewer && (row.asOf !== null || changes.length > 0) ? asOf : stored.factsAsOf
  return {
    content: { sectors, needs, cluster, products, facts, factsAsOf: confirmed },
    changes,
    changed: changes.length > 0 || products !== stored.products || confirmed !== stored.factsAsOf,
  }
}

/** What a row says of her permits: a list as it stands; answers to some of them change these alone in what is known. */
function saidPermits(stored: Facts, { facts, permitsAsked }: UnderstoodActor): FactValue | null {
  const held = facts.permits as readonly string[] | undefined
  const known = stored.permits as readonly string[] | null | undefined
  if (held === undefined) return null
  if (permitsAsked === null || !known) return isWholeList(permitsAsked) ? held : null
  const kept = new Set([...known.filter((permit) => !permitsAsked.includes(permit)), ...held])
  return FACT_VALUES.permits!.filter((permit) => kept.has(permit))
}

/** A fingerprint of what a row says, for telling twins in one file apart from repetitions. */
export function contentOf(row: UnderstoodActor): string {
  const facts = FACT_IDS.map((fact) => row.facts[fact] ?? null)
  return JSON.stringify([row.sectors, row.needs, row.cluster, row.products, facts, row.permitsAsked, row.asOf])
}
