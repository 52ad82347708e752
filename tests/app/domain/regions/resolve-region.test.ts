import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RegionOptions, resolveRegion } from '#app/domain/regions/resolve-region.ts'
import regions from '#db/reference/data/regions.json' with { type: 'json' }
import { regionDirectory } from '#db/reference/region-directory.ts'
import cases from '#tests/fixtures/alias_cases.json' with { type: 'json' }

const directory = regionDirectory()
const resolve = (text: string, options: RegionOptions = {}) => resolveRegion(text, directory, options)

for (const [text, expected, options] of cases as [string, string | string[] | null, RegionOptions?][]) {
  test(`"${text}" ${JSON.stringify(options ?? {})} is ${JSON.stringify(expected)}`, () => {
    const match = resolve(text, options)
    if (Array.isArray(expected)) expect(match).toMatchObject({ code: null, candidates: expected })
    else expect(match).toMatchObject({ code: expected, candidates: [] })
  })
}

test('every region is found by its full name, by its code with and without a dot, and by kind and short name', () => {
  for (const regency of regions.regencies) {
    const kind = regency.kind === 'kota' ? 'Kota' : 'Kab.'
    const name = regency.name.toUpperCase()
    for (const text of [name, regency.code, `${kind} ${regency.short}`, `${regency.short}, ${kind}`]) {
      expect([text, resolve(text).code]).toEqual([text, regency.code])
    }
    expect(resolve(regency.code.replace('.', '')).code).toBe(regency.code)
    const short = resolve(regency.short, { prov: regency.prov })
    expect(short.code === regency.code || short.candidates.includes(regency.code)).toBe(true)
  }
  for (const province of regions.provinces) {
    expect(resolve(`Provinsi ${province.name}`).code).toBe(province.code)
    expect(resolve(province.name, { level: 'province' }).code).toBe(province.code)
  }
})

test('a name that was perhaps cut short is found, with the longer names as suggestions', () => {
  expect(resolve('KAB. BOLAANG MONGONDOW')).toEqual({
    code: '71.01',
    candidates: [],
    suggestions: ['71.08', '71.10', '71.11'],
  })
  expect(resolve('Kab. Ogan Komering Ulu')).toEqual({ code: '16.01', candidates: [], suggestions: ['16.08', '16.09'] })
  expect(resolve('Ogan Komering')).toEqual({
    code: null,
    candidates: [],
    suggestions: ['16.01', '16.02', '16.08', '16.09'],
  })
})

test('four bare digits are the official code, with the region of that number at BPS as a suggestion', () => {
  expect(resolve('1803')).toEqual({ code: '18.03', candidates: [], suggestions: ['18.01'] })
  expect(resolve('18.03').suggestions).toEqual([])
  expect(resolve('9999').code).toBeNull()
})

test('a slip of the pen is only a suggestion', () => {
  expect(resolve('Kab. Kedal')).toEqual({ code: null, candidates: [], suggestions: ['33.24'] })
  expect(resolve('Wonsobo').suggestions).toContain('33.07')
  expect(resolve('Kota Palembagn').suggestions).toEqual(['16.71'])
})

test('what stands beside a name settles it, and what contradicts it is never overruled', () => {
  expect(resolve('Weleri, Kab. Kendal, Jawa Tengah').code).toBe('33.24')
  expect(resolve('Kec. Weleri, Kendal, Jateng, Indonesia').code).toBe('33.24')
  expect(resolve('Kec. Weleri Kab. Kendal Prov. Jateng Indonesia').code).toBe('33.24')
  expect(resolve('Provinsi Jawa Tengah Kab. Kendal').code).toBe('33.24')
  expect(resolve('Jawa Tengah Kendal').code).toBe('33.24')
  expect(resolve('Pemerintah Kabupaten Kendal').code).toBe('33.24')
  expect(resolve('Bima Kab.').code).toBe('52.06')
  expect(resolve('Kab. Gorontalo Prov. Gorontalo').code).toBe('75.01')
  expect(resolve('Jawa Tengah - Kendal').code).toBe('33.24')
  expect(resolve('Kab/Kota Kendal').code).toBe('33.24')
  expect(resolve('Kabupaten Dati II Kendal').code).toBe('33.24')
  expect(resolve('Kota Baru').code).toBe('63.02')
  expect(resolve('L Kota').code).toBe('13.07')
  expect(resolve('Kep. Aru').code).toBe('81.07')
  expect(resolve('Semarang', { prov: 'Jawa Tengah' }).candidates).toEqual(['33.22', '33.74'])
  expect(resolve('Banjar', { prov: '63' }).code).toBe('63.03')
  expect(resolve('Yogyakarta').candidates).toEqual(['34', '34.71'])
  expect(resolve('Kota Kendal')).toEqual({ code: null, candidates: [], suggestions: ['33.24'] })
  expect(resolve('Kendal', { prov: '32' })).toEqual({ code: null, candidates: [], suggestions: ['33.24'] })
  expect(resolve('Kendal, Jawa Barat')).toEqual({ code: null, candidates: [], suggestions: ['33.24'] })
  expect(resolve('Kendal, Jawa Tengah', { prov: '32' }).code).toBeNull()
  expect(resolve('Kendal', { prov: 'Wakanda' }).code).toBeNull()
  expect(resolve('33.24', { level: 'province' }).code).toBeNull()
})

test('hostile, empty and enormous texts are answered calmly', () => {
  const nothing = { code: null, candidates: [], suggestions: [] }
  for (const text of ['', '   ', '\0', '😀', '()', ',,,', '__proto__', 'constructor', '-', 'x'.repeat(10_240)]) {
    expect(resolve(text)).toEqual(nothing)
  }
  expect(resolve('Kendal 😀').code).toBe('33.24')
  expect(resolve("Kendal'; drop table region; --").code).toBeNull()
  expect(resolve('<script>alert(1)</script>').code).toBeNull()
})

test('any text and options give codes that exist, the same each time', () => {
  const codes = new Set([...regions.provinces, ...regions.regencies].map((region) => region.code))
  const words = fc.constantFrom(
    'kab',
    'kota',
    'prov',
    'kep',
    'p',
    'tj',
    'semarang',
    'jawa',
    'tengah',
    ',',
    '(',
    ')',
    '33',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
  )
  const options = fc.record(
    {
      level: fc.constantFrom('province' as const, 'regency' as const),
      prov: fc.constantFrom('33', 'Jawa Tengah', 'x', ''),
      prefer: fc.constantFrom('kabupaten' as const, 'kota' as const),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(texts, options, (text, given) => {
      const match = resolve(text, given)
      directory.remembered.clear()
      expect(resolve(text, given)).toEqual(match)
      for (const code of [match.code, ...match.candidates, ...match.suggestions]) {
        if (code !== null) expect(codes).toContain(code)
      }
      if (match.code) expect(match.candidates).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('names met before come back at more than 100,000 a second', () => {
  const texts = regions.regencies.map((regency) => regency.name)
  for (const text of texts) resolve(text)
  const start = performance.now()
  for (let round = 0; round < 200; round += 1) for (const text of texts) resolve(text)
  const perSecond = (200 * texts.length * 1000) / (performance.now() - start)
  expect(perSecond).toBeGreaterThan(100_000)
})
