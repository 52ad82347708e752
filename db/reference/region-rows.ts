import type { NewRegion } from '../schema/reference.ts'
import data from './data/regions.json' with { type: 'json' }

/** The 38 provinces, then the 514 kabupaten and kota, as rows (Kepmendagri 300.2.2-2430/2025; data/SOURCES.md). */
export function regionRows(): NewRegion[] {
  const provinces = data.provinces.map((province) => ({
    code: province.code,
    level: 'province' as const,
    parent_code: null,
    kind: 'provinsi' as const,
    name: province.name,
    short: province.short,
    island: province.island,
    tz: province.tz,
    seat: province.seat,
    lat: province.lat,
    lng: province.lng,
    pop: province.pop,
    km2: province.km2,
    bps: province.bps,
  }))
  const byCode = new Map(provinces.map((province) => [province.code, province]))
  const regencies = data.regencies.map((regency) => {
    const province = byCode.get(regency.prov)
    if (!province) throw new Error(`regions.json: ${regency.code} names the unknown province ${regency.prov}`)
    return {
      code: regency.code,
      level: 'regency' as const,
      parent_code: regency.prov,
      kind: regency.kind as 'kabupaten' | 'kota',
      name: regency.name,
      short: regency.short,
      island: province.island,
      tz: province.tz,
      seat: regency.seat,
      lat: regency.lat,
      lng: regency.lng,
      pop: regency.pop,
      km2: regency.km2,
      bps: regency.bps,
    }
  })
  return [...provinces, ...regencies]
}
