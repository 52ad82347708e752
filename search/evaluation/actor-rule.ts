import type { Grade } from './measures.ts'

/** What an actor is judged by: plain data of her record, never what search made of it. */
export interface ActorFacts {
  readonly id: string
  /** The words of each product. */
  readonly products: readonly ReadonlySet<string>[]
  readonly sectors: readonly string[]
  readonly needs: readonly string[]
  readonly permits: readonly string[]
  readonly cluster: string | null
  readonly regency: string | null
}

/** The products of a text such as "keripik singkong, otak-otak", each as its words. */
export function productsIn(text: string): readonly ReadonlySet<string>[] {
  return text.split(',').map((product) => new Set(product.trim().split(/[ -]/)))
}

interface Test {
  readonly field: Field
  readonly values: readonly string[]
}

interface Clause {
  readonly grade: Grade
  readonly tests: readonly Test[]
}

export type ActorRule = readonly Clause[]

const FIELDS = ['product', 'sector', 'need', 'permit', 'cluster', 'regency', 'province'] as const
type Field = (typeof FIELDS)[number]

/**
 * Reads a rule such as "3 product=keripik singkong & regency=33.24; 1 sector=food_snack". Clauses are parted by ";", the
 * tests of one clause by "&" (all must hold), the values of one test by "|" (one must hold).
 * @throws Error that names the part it cannot read.
 */
export function parseActorRule(text: string): ActorRule {
  return text.split(';').map((part) => {
    const [, grade, tests] = /^\s*([1-3])\s+(.+)$/.exec(part) ?? []
    if (grade === undefined || tests === undefined) throw new Error(`no rule: "${part.trim()}"`)
    return { grade: Number(grade) as Grade, tests: tests.split('&').map(parseTest) }
  })
}

function parseTest(text: string): Test {
  const [field = '', values = ''] = text.split('=').map((side) => side.trim())
  if (!isField(field) || values === '') throw new Error(`no test: "${text.trim()}"`)
  return { field, values: values.split('|').map((value) => value.trim()) }
}

function isField(text: string): text is Field {
  return (FIELDS as readonly string[]).includes(text)
}

/** The best grade of the clauses that hold; 0 when none does. */
export function gradeActor(rule: ActorRule, actor: ActorFacts): Grade {
  const grades = rule.filter((clause) => clause.tests.every((test) => holds(test, actor))).map((clause) => clause.grade)
  return Math.max(0, ...grades) as Grade
}

function holds({ field, values }: Test, actor: ActorFacts): boolean {
  if (field === 'product') {
    return values.some((value) => actor.products.some((words) => value.split(' ').every((word) => words.has(word))))
  }
  return values.some((value) => valuesOf(actor, field).includes(value))
}

function valuesOf(actor: ActorFacts, field: Exclude<Field, 'product'>): readonly string[] {
  switch (field) {
    case 'sector':
      return actor.sectors
    case 'need':
      return actor.needs
    case 'permit':
      return actor.permits
    case 'cluster':
      return actor.cluster === null ? [] : [actor.cluster]
    case 'regency':
      return actor.regency === null ? [] : [actor.regency]
    case 'province':
      return actor.regency === null ? [] : [actor.regency.slice(0, 2)]
  }
}
