import { type Network, OUTSIDE } from '#app/domain/planning/network.ts'

/**
 * The most one goal can reach, by a primal network simplex written for the tests: no line of it is shared with the
 * product. A spanning tree with artificial arcs to a root, the first arc of a block that gains enters, and the leaving
 * arc is chosen as in a strongly feasible tree, so that it ends also where steps move nothing.
 * @param value what a unit on each arc is worth
 */
export function networkSimplex(network: Network, value: ArrayLike<number>): { objective: number; units: Float64Array } {
  const root = network.nodes
  const count = network.nodes + 1
  const node = (end: number): number => (end === OUTSIDE ? root : end)
  const arcs = network.arcs + network.nodes
  const tail = new Int32Array(arcs)
  const head = new Int32Array(arcs)
  const room = new Float64Array(arcs)
  const cost = new Float64Array(arcs)
  let steep = 1
  for (let a = 0; a < network.arcs; a++) {
    tail[a] = node(network.from[a]!)
    head[a] = node(network.to[a]!)
    room[a] = network.upper[a]! - network.lower[a]!
    cost[a] = -value[a]!
    steep += Math.abs(value[a]!)
  }
  const surplus = new Float64Array(count)
  for (let a = 0; a < network.arcs; a++) {
    const lower = network.lower[a]!
    surplus[tail[a]!] = surplus[tail[a]!]! - lower
    surplus[head[a]!] = surplus[head[a]!]! + lower
  }
  const flow = new Float64Array(arcs)
  /** 1 at the lower bound, -1 at the upper one, 0 in the tree. */
  const state = new Int8Array(arcs).fill(1)
  const parent = new Int32Array(count).fill(-1)
  const arcUp = new Int32Array(count).fill(-1)
  const depth = new Int32Array(count)
  const price = new Float64Array(count)
  const children = Array.from({ length: count }, () => new Set<number>())
  for (let n = 0; n < network.nodes; n++) {
    const a = network.arcs + n
    const out = surplus[n]! >= 0
    tail[a] = out ? n : root
    head[a] = out ? root : n
    flow[a] = Math.abs(surplus[n]!)
    room[a] = Number.POSITIVE_INFINITY
    cost[a] = steep
    state[a] = 0
    parent[n] = root
    arcUp[n] = a
    depth[n] = 1
    price[n] = out ? -steep : steep
    children[root]!.add(n)
  }
  const reduced = (a: number): number => cost[a]! + price[tail[a]!]! - price[head[a]!]!
  const block = Math.max(10, Math.ceil(Math.sqrt(arcs)))
  let at = 0
  for (;;) {
    let enter = -1
    let gain = -1e-9
    for (let seen = 0, inBlock = 0; seen < arcs; seen++) {
      const a = at
      at = at + 1 === arcs ? 0 : at + 1
      const r = state[a]! * reduced(a)
      if (state[a] !== 0 && tail[a] !== head[a] && r < gain) {
        gain = r
        enter = a
      }
      if (++inBlock === block) {
        if (enter >= 0) break
        inBlock = 0
      }
    }
    if (enter < 0) break
    const forward = state[enter] === 1
    const first = forward ? tail[enter]! : head[enter]!
    const second = forward ? head[enter]! : tail[enter]!
    let a = first
    let b = second
    while (a !== b) {
      if (depth[a]! >= depth[b]!) a = parent[a]!
      else b = parent[b]!
    }
    const join = a
    let step = room[enter]!
    let leave = -1
    let below = first
    for (let n = first; n !== join; n = parent[n]!) {
      const up = arcUp[n]!
      const left = tail[up] === n ? flow[up]! : room[up]! - flow[up]!
      if (left < step) {
        step = left
        leave = up
        below = n
      }
    }
    for (let n = second; n !== join; n = parent[n]!) {
      const up = arcUp[n]!
      const left = tail[up] === n ? room[up]! - flow[up]! : flow[up]!
      if (left <= step) {
        step = left
        leave = up
        below = n
      }
    }
    if (step > 0) {
      flow[enter]! += forward ? step : -step
      for (let n = first; n !== join; n = parent[n]!) flow[arcUp[n]!]! += tail[arcUp[n]!] === n ? -step : step
      for (let n = second; n !== join; n = parent[n]!) flow[arcUp[n]!]! += tail[arcUp[n]!] === n ? step : -step
    }
    if (leave < 0) {
      state[enter] = -state[enter]!
      continue
    }
    // why: the part of the tree below the leaving arc hangs from the entering one afterwards
    const inside = (n: number): boolean => {
      for (let m = n; m !== -1; m = parent[m]!) if (m === below) return true
      return false
    }
    state[leave] = flow[leave]! <= 0 ? 1 : -1
    state[enter] = 0
    const anchorInside = inside(tail[enter]!) ? tail[enter]! : head[enter]!
    let child = anchorInside
    let newParent = anchorInside === tail[enter] ? head[enter]! : tail[enter]!
    let via = enter
    for (;;) {
      const oldParent = parent[child]!
      const oldArc = arcUp[child]!
      if (oldParent >= 0) children[oldParent]!.delete(child)
      parent[child] = newParent
      arcUp[child] = via
      children[newParent]!.add(child)
      if (oldArc === leave) break
      newParent = child
      child = oldParent
      via = oldArc
    }
    const stack = [anchorInside]
    while (stack.length > 0) {
      const n = stack.pop()!
      const up = arcUp[n]!
      depth[n] = depth[parent[n]!]! + 1
      price[n] = tail[up] === n ? price[parent[n]!]! - cost[up]! : price[parent[n]!]! + cost[up]!
      for (const next of children[n]!) stack.push(next)
    }
  }
  for (let n = 0; n < network.nodes; n++) if (flow[network.arcs + n]! > 0) throw new Error('nothing is possible')
  const units = new Float64Array(network.arcs)
  let objective = 0
  for (let a = 0; a < network.arcs; a++) {
    units[a] = flow[a]! + network.lower[a]!
    objective += units[a]! * value[a]!
  }
  return { objective, units }
}
