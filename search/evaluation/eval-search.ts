import { contenders } from './contenders.ts'
import { evaluationCorpus } from './corpus.ts'
import { evaluate } from './evaluate.ts'
import { evaluationText } from './print-evaluation.ts'
import { shortfalls } from './verdict.ts'
import { judgeFolding } from './word-pairs.ts'
import { worstText } from './worst-queries.ts'

/** `npm run eval:search [-- --worst N]`: prints the figures; ends with 1 when one is below thresholds.json. */
const corpus = await evaluationCorpus()
const rankers = await contenders(corpus)
const outcomes = await evaluate(corpus, rankers)
const folding = judgeFolding(corpus)
process.stdout.write(`${evaluationText(outcomes, folding)}\n`)
const worst = process.argv.indexOf('--worst')
if (worst > 0) process.stdout.write(`\n${worstText(outcomes, Number(process.argv[worst + 1]) || 20)}\n`)
for (const ranker of rankers) ranker.close()
const missed = shortfalls(outcomes, folding)
for (const line of missed) process.stderr.write(`below the threshold: ${line}\n`)
process.exitCode = missed.length > 0 ? 1 : 0
