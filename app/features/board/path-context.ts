import type { GeoContext } from 'd3-geo'

/**
 * Draws an SVG path on whole numbers with relative moves, a third as long as one of absolute decimals. Points that fall
 * on the one before are left out, and a ring too small to see leaves nothing.
 */
export function compactPath(): GeoContext & { take(): string } {
  let path = ''
  let ring: [number, number][] = []
  let at: readonly [number, number] = [0, 0]

  const step = (command: string, point: readonly [number, number]): string => {
    const dx = point[0] - at[0]
    const dy = point[1] - at[1]
    at = point
    // why: a minus sign parts two numbers as well as a space does
    return `${command || (dx < 0 ? '' : ' ')}${dx}${dy < 0 ? '' : ' '}${dy}`
  }
  const flush = (): void => {
    const points = ring
    ring = []
    if (points.length < 3) return
    points.forEach((point, index) => {
      path += step(index === 0 ? 'm' : '', point)
    })
    path += 'z'
    at = points[0]!
  }
  return {
    beginPath: () => {},
    moveTo: (x, y) => {
      flush()
      ring = [[Math.round(x), Math.round(y)]]
    },
    lineTo: (x, y) => {
      const point: [number, number] = [Math.round(x), Math.round(y)]
      const last = ring.at(-1)
      if (!last || last[0] !== point[0] || last[1] !== point[1]) ring.push(point)
    },
    closePath: () => {
      const first = ring[0]
      const last = ring.at(-1)
      if (first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1]) ring.pop()
      flush()
    },
    arc: () => {},
    /** What was drawn since the last time. */
    take: () => {
      flush()
      const drawn = path
      path = ''
      at = [0, 0]
      return drawn
    },
  }
}
