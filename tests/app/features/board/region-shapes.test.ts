import { expect, test } from 'vitest'
import { countryShapes, provinceShapes } from '#app/features/board/region-shapes.server.ts'
import regions from '#db/reference/data/regions.json' with { type: 'json' }

const inside = (map: ReturnType<typeof countryShapes>) => {
  for (const { path, dot } of map.shapes) {
    expect(path !== '' || dot !== null).toBe(true)
    const start = /^m(-?\d+)[ -](-?\d+)/.exec(path)
    if (start) {
      expect(Number(start[1])).toBeGreaterThanOrEqual(0)
      expect(Number(start[1])).toBeLessThanOrEqual(map.width)
    }
    if (!dot) continue
    expect(dot[0]).toBeGreaterThanOrEqual(0)
    expect(dot[0]).toBeLessThanOrEqual(map.width)
    expect(dot[1]).toBeGreaterThanOrEqual(0)
    expect(dot[1]).toBeLessThanOrEqual(map.height)
  }
}

test('the country has a shape for each of the 38 provinces', () => {
  const map = countryShapes()
  expect(map.shapes.map((shape) => shape.code)).toEqual(regions.provinces.map((province) => province.code).sort())
  inside(map)
})

test('the provinces together have a shape for each of the 514 kabupaten and kota', () => {
  const codes = regions.provinces.flatMap((province) => {
    const map = provinceShapes(province.code)
    inside(map)
    return map.shapes.map((shape) => shape.code)
  })
  expect(codes.sort()).toEqual(regions.regencies.map((regency) => regency.code).sort())
})

test('a kota too small to see has a dot at its middle, a large kabupaten none', () => {
  const { shapes } = provinceShapes('33')
  const dotOf = (code: string) => shapes.find((shape) => shape.code === code)!.dot
  expect(dotOf('33.71')).not.toBeNull()
  expect(dotOf('33.24')).toBeNull()
})

test('shapes are worked out once', () => {
  expect(provinceShapes('33')).toBe(provinceShapes('33'))
  expect(countryShapes()).toBe(countryShapes())
})
