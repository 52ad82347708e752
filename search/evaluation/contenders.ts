import { expand } from '../text/expand.ts'
import type { Corpus } from './corpus.ts'
import { literalReader } from './literal-reader.ts'
import { plainFts } from './plain-fts.ts'
import { engineRanker, type Ranker } from './ranker.ts'

export const ENGINE = 'engine'
export const WITHOUT_BAHASA = 'engine without Bahasa'
export const PLAIN = ['FTS5 BM25, AND', 'FTS5 BM25, OR'] as const

/** What is compared: the engine, the engine without what it knows of the language, and plain FTS5 in both usual ways. */
export async function contenders(corpus: Corpus): Promise<readonly Ranker[]> {
  return [
    await engineRanker(ENGINE, corpus, expand),
    await engineRanker(WITHOUT_BAHASA, corpus, literalReader),
    plainFts(PLAIN[0], corpus, 'AND'),
    plainFts(PLAIN[1], corpus, 'OR'),
  ]
}
