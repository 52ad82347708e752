import type { OpenSet, PlanDemand } from './demand.ts'

/** A pair that no longer holds, or, without an actor, an offer that does not. */
export interface ChangedPair {
  readonly offer: string
  readonly actor: string | null
}

/**
 * The demand without pairs that were changed while the plan was made: nobody gets them, and a need that had no other offer
 * says so.
 */
export function withoutChanged(demand: PlanDemand, changed: readonly ChangedPair[]): PlanDemand {
  const offerAt = new Map(demand.offers.map((offer, at) => [offer.id, at]))
  const everywhere: number[] = []
  const of = new Map<string, number[]>()
  for (const { offer, actor } of changed) {
    const at = offerAt.get(offer)!
    if (actor === null) everywhere.push(at)
    else of.set(actor, [...(of.get(actor) ?? []), at])
  }
  const sets: OpenSet[] = [...demand.sets]
  const known = new Map<string, number>()
  const without = (set: number, out: readonly number[]): number => {
    const before = demand.sets[set]!
    if (!before.open.some((offer) => out.includes(offer))) return set
    const key = `${set} ${out}`
    const found = known.get(key)
    if (found !== undefined) return found
    const open = before.open.filter((offer) => !out.includes(offer))
    const at = sets.push({ ...before, open, why: open.length > 0 ? null : 'changed_meanwhile' }) - 1
    known.set(key, at)
    return at
  }
  const { actors } = demand
  const set = [...actors.set]
  actors.ids.forEach((id, i) => {
    const out = [...everywhere, ...(of.get(id) ?? [])]
    if (out.length === 0) return
    for (let n = actors.start[i]!; n < actors.start[i + 1]!; n++) set[n] = without(set[n]!, out)
  })
  return { ...demand, sets, actors: { ...actors, set } }
}
