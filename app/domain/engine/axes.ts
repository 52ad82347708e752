import { CLUSTER_IDS, type ClusterId } from '../values/actor.ts'

/** The fixed positions of needs, sectors and regencies in masks and columns. */
export interface Axes {
  readonly needs: readonly string[]
  /** Named sectors; "*" has no position. */
  readonly sectors: readonly string[]
  readonly regencies: readonly string[]
  readonly needAt: ReadonlyMap<string, number>
  readonly sectorAt: ReadonlyMap<string, number>
  readonly regencyAt: ReadonlyMap<string, number>
}

/** Position of an unknown regency in the columns. */
export const NO_REGENCY = 0xffff

const positions = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index]))

/**
 * @throws RangeError when there are more needs or sectors than a 32-bit mask holds, or more than 65,534 regencies.
 */
export function createAxes(input: {
  readonly needs: readonly string[]
  readonly sectors: readonly string[]
  readonly regencies: readonly string[]
}): Axes {
  const sectors = input.sectors.filter((sector) => sector !== '*')
  if (input.needs.length > 32 || sectors.length > 32) throw new RangeError('at most 32 needs and 32 sectors')
  if (input.regencies.length >= NO_REGENCY) throw new RangeError('too many regencies')
  const regencies = [...input.regencies].sort()
  return {
    needs: input.needs,
    sectors,
    regencies,
    needAt: positions(input.needs),
    sectorAt: positions(sectors),
    regencyAt: positions(regencies),
  }
}

/** Mask of the positions of ids. @throws RangeError naming an id the axes do not have. */
export function maskOf(at: ReadonlyMap<string, number>, ids: readonly string[]): number {
  let mask = 0
  for (const id of ids) {
    const position = at.get(id)
    if (position === undefined) throw new RangeError(`not in the vocabulary: ${id}`)
    mask |= 1 << position
  }
  return mask >>> 0
}

/** 0 for an unknown cluster, else 1 to 3. */
export function clusterCode(cluster: ClusterId | null): number {
  return cluster === null ? 0 : CLUSTER_IDS.indexOf(cluster) + 1
}

export function clusterFromCode(code: number): ClusterId | null {
  return CLUSTER_IDS[code - 1] ?? null
}
