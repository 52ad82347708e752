import type { PlanActors } from './demand.ts'
import { compareWaiting } from './waiting-order.ts'

/** A stored demand, with the draw it was handed out by. */
export interface DrawnDemand {
  readonly actors: PlanActors
  readonly seed: number
  readonly firstCounts: boolean
}

/** Beyond this many draws the last one is taken: it needs some millions who wait equally long in one place. */
const MOST_DRAWS = 4_000_000

/**
 * An id without meaning to stand where a woman's own stood in stored plans. Who waits equally long is drawn for by id, so
 * it is drawn until it stands in the same place of every queue: the plans then come out the same when solved again.
 * @param draw gives another id at every call
 */
export function standInFor(id: string, demands: readonly DrawnDemand[], draw: () => string): string {
  const fits = demands.flatMap((demand) => placeKeeper(id, demand) ?? [])
  let drawn = draw()
  for (let n = 1; n < MOST_DRAWS && !fits.every((keepsPlace) => keepsPlace(drawn)); n++) drawn = draw()
  return drawn
}

/** A test for ids that leave her queue in order; null for a demand she is not in. */
function placeKeeper(id: string, { actors, seed, firstCounts }: DrawnDemand): ((drawn: string) => boolean) | null {
  const at = actors.ids.indexOf(id)
  if (at < 0) return null
  const order = compareWaiting(seed, firstCounts)
  const waiting = (i: number, as = actors.ids[i]!) => ({ id: as, since: actors.since[i]!, first: actors.first[i]! })
  const her = waiting(at)
  let before: ReturnType<typeof waiting> | null = null
  let after: ReturnType<typeof waiting> | null = null
  for (let i = 0; i < actors.ids.length; i++) {
    if (i === at || actors.regency[i] !== actors.regency[at] || actors.cluster[i] !== actors.cluster[at]) continue
    const other = waiting(i)
    // why: being helped in a first round of a solve changes `first`, so that she may meet those of either kind
    if (other.since !== her.since) continue
    const same = { ...other, first: her.first }
    if (order(same, her) < 0) {
      if (!before || order(before, same) < 0) before = same
    } else if (!after || order(same, after) < 0) after = same
  }
  return (drawn) => {
    const stand = waiting(at, drawn)
    return (!before || order(before, stand) < 0) && (!after || order(stand, after) < 0)
  }
}
