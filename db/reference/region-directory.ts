import { buildRegionDirectory, type RegionDirectory } from '#app/domain/regions/directory.ts'
import aliases from './data/aliases.json' with { type: 'json' }
import { regionRows } from './region-rows.ts'

let directory: RegionDirectory | undefined

/** The directory of all regions and their other names, built on first use. */
export function regionDirectory(): RegionDirectory {
  directory ??= buildRegionDirectory(
    regionRows().map(({ code, kind, name, short, bps }) => ({ code, kind, name, short, bps: bps ?? null })),
    aliases,
  )
  return directory
}
