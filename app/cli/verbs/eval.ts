import { evaluateLoop } from '#app/domain/loop/simulate.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { createRandom } from '#db/seed/random.ts'
import { readInteger } from '../read-option.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

/** The largest expected calibration error the figures may have. */
const MOST_ERROR = 0.05

export const evalVerb: Verb = {
  name: 'eval',
  positionals: true,
  options: { seed: { type: 'string' } },
  async run({ values, positionals }, io) {
    const t = io.t.verbs.eval
    if (positionals.length !== 1 || positionals[0] !== 'loop') throw new UsageError(t.subjects)
    const seed = readInteger(values.seed, '--seed', { min: 0, max: 2_147_483_647 }, io.t) ?? 1
    const found = evaluateLoop(createRandom(seed))
    const f = formatterFor(io.locale)
    io.answer({ seed, ...found }, () => [
      t.simulated(f.number(seed)),
      t.calibration(t.answers, f.number(found.answers.expectedError, 3), f.number(found.answers.count)),
      t.calibration(t.helped, f.number(found.helped.expectedError, 3), f.number(found.helped.count)),
      t.per100(f.number(found.sent)),
      `  ${t.rankings.fit}: ${f.number(found.helpedPer100.fit, 1)}`,
      `  ${t.rankings.fit_with_record}: ${f.number(found.helpedPer100.fit_with_record, 1)}`,
      `  ${t.rankings.expected}: ${f.number(found.helpedPer100.expected, 1)}`,
    ])
    const worst = Math.max(found.answers.expectedError, found.helped.expectedError)
    if (worst > MOST_ERROR) throw new CliFailure(t.tooMuchError(f.number(worst, 3), f.number(MOST_ERROR, 2)))
    if (found.helpedPer100.expected <= found.helpedPer100.fit) throw new CliFailure(t.notBetter)
  },
}
