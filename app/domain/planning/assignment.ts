/** Each row in at most one column, each column at most as often as it has room; the sum of values as large as it gets. */
export interface Assignment {
  readonly objective: number
  /** The column of each row, or null. */
  readonly columns: readonly (number | null)[]
}

/**
 * The best assignment by shortest augmenting paths (Jonker and Volgenant 1987, with room for several rows in a column).
 * With `sense` "max" a row stays out where that is worth more; with "min" as many rows as fit are placed, and then the
 * sum of values is the smallest. Exact for whole values; time grows with rows x rows x columns.
 */
export function assignRows(
  values: readonly (readonly number[])[],
  capacities: readonly number[],
  sense: 'max' | 'min' = 'max',
): Assignment {
  const rows = values.length
  const width = capacities.length
  const spread = largest(values)
  // why: staying out costs nothing when the most is sought, and more than any exchange when everybody must be placed
  const outside = sense === 'max' ? 0 : (2 * spread + 1) * (rows + 1)
  const cost = values.map((row) => Float64Array.from([...row.map((v) => (sense === 'max' ? -v : v)), outside]))
  const room = [...capacities, rows]
  const columns = width + 1
  const holders = room.map((): number[] => [])
  const chosen = new Int32Array(rows).fill(-1)
  const priceOfColumn = new Float64Array(columns)
  const distance = new Float64Array(columns)
  const via = new Int32Array(columns)
  const settled = new Uint8Array(columns)

  for (let row = 0; row < rows; row++) {
    distance.fill(Number.POSITIVE_INFINITY)
    settled.fill(0)
    const scanned: number[] = []
    const scan = (at: number, base: number): void => {
      const costs = cost[at]!
      for (let c = 0; c < columns; c++) {
        if (settled[c] === 1 || room[c] === 0) continue
        const through = base + costs[c]! - priceOfColumn[c]!
        if (through < distance[c]!) {
          distance[c] = through
          via[c] = at
        }
      }
    }
    scan(row, 0)
    let end = -1
    while (end < 0) {
      let nearest = -1
      for (let c = 0; c < columns; c++)
        if (settled[c] === 0 && room[c]! > 0 && (nearest < 0 || distance[c]! < distance[nearest]!)) nearest = c
      settled[nearest] = 1
      if (holders[nearest]!.length < room[nearest]!) end = nearest
      else {
        scanned.push(nearest)
        for (const holder of holders[nearest]!)
          scan(holder, distance[nearest]! - (cost[holder]![nearest]! - priceOfColumn[nearest]!))
      }
    }
    for (const c of scanned) priceOfColumn[c]! += distance[c]! - distance[end]!
    let column = end
    for (;;) {
      const mover = via[column]!
      const before = chosen[mover]!
      chosen[mover] = column
      holders[column]!.push(mover)
      if (before < 0) break
      holders[before]!.splice(holders[before]!.indexOf(mover), 1)
      column = before
    }
  }
  const placed = Array.from(chosen, (column) => (column === width ? null : column))
  return {
    objective: placed.reduce<number>((sum, column, row) => sum + (column === null ? 0 : values[row]![column]!), 0),
    columns: placed,
  }
}

function largest(values: readonly (readonly number[])[]): number {
  let most = 0
  for (const row of values) for (const value of row) most = Math.max(most, Math.abs(value))
  return most
}
