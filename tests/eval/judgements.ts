import type { IndexName } from '#search/engine.ts'
import reportFile from '#search/judgements/report.json' with { type: 'json' }
import tuneFile from '#search/judgements/tune.json' with { type: 'json' }

/** What an actor must have to be of a grade: one of the products or the sector, and the place where one is named. */
export interface ActorRule {
  readonly grade: number
  readonly products?: readonly string[]
  readonly sector?: string
  readonly regency?: string
  readonly province?: string
}

export interface Judgement {
  readonly index: IndexName
  readonly q: string
  /** Grades (1 somewhat, 2 well, 3 just that) by offer. */
  readonly grades?: Readonly<Record<string, number>>
  /** Rules over what invented actors make; the best rule met is the grade. */
  readonly match?: readonly ActorRule[]
}

/** One file to tune on, one that is only reported on. */
export const JUDGEMENTS = { tune: tuneFile as Judgement[], report: reportFile as Judgement[] }

export interface JudgedActor {
  readonly id: string
  readonly products: string
  readonly sectors: readonly string[]
  readonly regency: string | null
}

/** The grade of every document that has one. */
export function gradesOf(judgement: Judgement, actors: readonly JudgedActor[]): ReadonlyMap<string, number> {
  if (judgement.grades) return new Map(Object.entries(judgement.grades))
  const grades = new Map<string, number>()
  for (const actor of actors) {
    const grade = Math.max(0, ...(judgement.match ?? []).filter((rule) => meets(actor, rule)).map((rule) => rule.grade))
    if (grade > 0) grades.set(actor.id, grade)
  }
  return grades
}

function meets(actor: JudgedActor, rule: ActorRule): boolean {
  if (rule.regency && actor.regency !== rule.regency) return false
  if (rule.province && actor.regency?.slice(0, 2) !== rule.province) return false
  if (rule.products) return rule.products.some((words) => actor.products.includes(words))
  return rule.sector === undefined || actor.sectors.includes(rule.sector)
}
