import type { ClusterId, NeedId, RegencyCode, SectorId } from '#app/domain/values/actor.ts'
import type { Day } from '#app/domain/values/day.ts'
import type { Facts } from '#app/domain/values/facts.ts'
import type { Notice, Problem } from './problem.ts'

/** One woman as a row tells of her. Null and missing mean that the row says nothing. */
export interface UnderstoodActor {
  readonly name: string
  readonly businessName: string | null
  readonly regency: RegencyCode
  readonly village: string | null
  readonly sectors: readonly SectorId[] | null
  /** The sectors were read from her products, not from a column of their own; they never replace a known sector. */
  readonly sectorsFromProducts: boolean
  readonly products: string | null
  readonly cluster: ClusterId | null
  readonly needs: readonly NeedId[] | null
  readonly facts: Facts
  /** The permits the row asks about one by one; null when it lists all she has, or says nothing of permits. */
  readonly permitsAsked: readonly string[] | null
  /** The day the row itself gives for its facts. */
  readonly asOf: Day | null
  readonly naturalKey: string
}

export type RowReading =
  | { readonly kind: 'actor'; readonly actor: UnderstoodActor; readonly notices: readonly Notice[] }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
  /** No data row: blank, a total, a repeated heading, an example of the template. */
  | { readonly kind: 'skipped'; readonly why: 'blank' | 'total' | 'heading' | 'example' | 'remark' }
