import type { GapKey } from '#app/domain/gaps/match-gap.ts'
import { paths } from '#app/lib/paths.ts'
import type { GapTaskRow } from '#db/schema/gap-task.ts'

type KeyColumns = Pick<GapTaskRow, 'region_code' | 'cluster_id' | 'sector_id' | 'need_id'>

/** The gap of a task. */
export const keyOfTask = (row: KeyColumns): GapKey => ({
  region: row.region_code,
  cluster: row.cluster_id as GapKey['cluster'],
  sector: row.sector_id,
  need: row.need_id,
})

/** The gap as columns. */
export const columnsOfKey = ({ region, cluster, sector, need }: GapKey): KeyColumns => ({
  region_code: region,
  cluster_id: cluster,
  sector_id: sector,
  need_id: need,
})

/** What a task is about in one text: the same gap, kind and offer give the same. */
export const subjectKey = ({ region, cluster, sector, need }: GapKey, offerId: string | null): string =>
  [region ?? '*', cluster ?? '*', sector ?? '*', need, offerId ?? 'recruit'].join('|')

/** Where a gap stands on the board. */
export const hrefOfKey = ({ region, cluster, sector, need }: GapKey): string =>
  paths.gaps({ wilayah: region, kluster: cluster, sektor: sector, kebutuhan: need })
