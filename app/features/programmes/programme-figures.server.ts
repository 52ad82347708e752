import { can } from '#app/domain/access/permissions.ts'
import { coversRegency, type Viewer } from '#app/domain/access/viewer.ts'
import {
  addCounts,
  countEntries,
  type ProgrammeCounts,
  type ProgrammeRates,
  programmeRates,
} from '#app/domain/programmes/programme-rates.ts'
import { type PublicCounts, publicCounts } from '#app/domain/programmes/public-counts.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { EntryWithCourse } from '#db/queries/programme-entries.ts'

/** What one row of the figures says: to who works there the counts, to everybody else what may be told. */
export type Figures =
  | { readonly exact: true; readonly counts: ProgrammeCounts; readonly rates: ProgrammeRates }
  | { readonly exact: false; readonly told: PublicCounts }

export interface RegencyFigures {
  readonly code: string
  readonly target: number | null
  readonly figures: Figures
}

export interface ProgrammeFigures {
  readonly rows: readonly RegencyFigures[]
  readonly total: Figures
  /** Null where not every district has one. */
  readonly target: number | null
  /** Whether some of those counted are invented. */
  readonly demo: boolean
}

/** Whether the viewer works with the actors of a district, and may know exact counts of a few of them. */
function worksThere(viewer: Viewer, regency: string | null): boolean {
  if (!can(viewer, 'proposals:read') || !can(viewer, 'gaps:read')) return false
  return regency === null ? viewer.scope.reach === 'all' : coversRegency(viewer.scope, regency)
}

function figuresOf(counts: ProgrammeCounts, target: number | null, exact: boolean): Figures {
  return exact
    ? { exact, counts, rates: programmeRates(counts, target) }
    : { exact, told: publicCounts(counts, target) }
}

/** The course of a programme's actors by district against its targets, as far as the viewer may know it. */
export function programmeFigures(
  viewer: Viewer,
  regions: readonly { readonly regency_code: string; readonly target: number | null }[],
  entries: readonly EntryWithCourse[],
  today: Day,
): ProgrammeFigures {
  const counted = regions.map(({ regency_code: code, target }) => ({
    code,
    target,
    counts: countEntries(
      entries.filter((entry) => entry.regency === code),
      today,
    ),
  }))
  const targets = regions.map((region) => region.target)
  const target = targets.includes(null) ? null : targets.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  return {
    rows: counted.map((one) => ({
      code: one.code,
      target: one.target,
      figures: figuresOf(one.counts, one.target, worksThere(viewer, one.code)),
    })),
    total: figuresOf(addCounts(counted.map((one) => one.counts)), target, worksThere(viewer, null)),
    target: regions.length === 0 ? null : target,
    demo: entries.some((entry) => entry.isDemo),
  }
}
