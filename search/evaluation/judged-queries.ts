import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { IndexName } from '../engine.ts'
import { isIndexName } from '../indexes.ts'
import { type ActorFacts, gradeActor, parseActorRule } from './actor-rule.ts'
import type { Grade } from './measures.ts'

export const QUERY_KINDS = [
  'word',
  'affix',
  'reduplication',
  'spelling',
  'synonym',
  'place',
  'typo',
  'multi',
  'phrase',
  'english',
] as const
export type QueryKind = (typeof QUERY_KINDS)[number]

export const JUDGEMENT_FILES = ['tune', 'report'] as const
export type JudgementFile = (typeof JUDGEMENT_FILES)[number]

export interface JudgedQuery {
  readonly index: IndexName
  readonly query: string
  readonly kind: QueryKind
  /** "id:grade id:grade" for offers, a rule (actor-rule.ts) for actors. */
  readonly judgement: string
}

/** A row of a list in search/judgements by column. */
export function readList(name: string): readonly Readonly<Record<string, string>>[] {
  const file = new URL(`../judgements/${name}.csv`, import.meta.url)
  return parse(readFileSync(file), { columns: true, skip_empty_lines: true, trim: true })
}

/**
 * The queries of a file.
 * @throws Error that names the row which is not well formed.
 */
export function readJudgedQueries(file: JudgementFile): readonly JudgedQuery[] {
  return readList(file).map(({ index = '', query = '', kind = '', judgement = '' }) => {
    const known = QUERY_KINDS.find((one) => one === kind)
    if (!isIndexName(index) || known === undefined || query === '')
      throw new Error(`${file}.csv: "${query}" is no query`)
    return { index, query, kind: known, judgement }
  })
}

/**
 * Every document that is relevant to a query, with its grade.
 * @param actors all actors of the index; offers are judged one by one.
 */
export function gradesOf(query: JudgedQuery, actors: readonly ActorFacts[]): ReadonlyMap<string, Grade> {
  if (query.index === 'offers') return offerGrades(query)
  const rule = parseActorRule(query.judgement)
  const graded = actors.map((actor) => [actor.id, gradeActor(rule, actor)] as const)
  return new Map(graded.filter(([, grade]) => grade > 0))
}

function offerGrades({ query, judgement }: JudgedQuery): ReadonlyMap<string, Grade> {
  return new Map(
    judgement.split(/\s+/).map((entry) => {
      const [, id, grade] = /^(.+):([1-3])$/.exec(entry) ?? []
      if (id === undefined) throw new Error(`"${query}": "${entry}" is no judgement`)
      return [id, Number(grade) as Grade] as const
    }),
  )
}
