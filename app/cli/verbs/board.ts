import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { boardAnswer } from '#app/features/board/board-answer.ts'
import { districtBoardFor } from '#app/features/board/district-board.server.ts'
import { termLabel } from '#app/i18n/terms.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { findRegions, regionLabel } from '#db/queries/regions.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

export const boardVerb: Verb = {
  name: 'board',
  options: { regency: { type: 'string' } },
  async run({ values }, io) {
    const t = io.t.verbs.board
    const text = values.regency
    if (typeof text !== 'string' || text.trim() === '') throw new UsageError(t.needsRegency)
    const client = await io.openDb()
    const found = resolveRegion(text, regionDirectory(), { level: 'regency' })
    if (!found.code) {
      const codes = new Set([...found.candidates, ...found.suggestions.slice(0, 3)])
      const names = (await findRegions(client.db)).filter((region) => codes.has(region.code))
      throw new CliFailure(t.unknown(text, names.map((region) => `${regionLabel(region)} (${region.code})`).join(', ')))
    }
    const answer = await districtBoardFor(client, found.code, jakartaDay(new Date()))
    if (!answer) throw new CliFailure(t.unknown(text, ''))
    const { world, board, region } = answer
    io.answer(boardAnswer(world, board, region), () => [
      t.heading(regionLabel(region), board.actors, board.actorsServed),
      ...board.offers
        .filter((offer) => offer.eligible + offer.undecided + offer.oneChange > 0)
        .slice(0, 15)
        .map((row) => {
          const offer = world.offerById.get(row.offerId)!
          return t.offer(`${offer.partnerName}: ${offer.name}`, row.eligible, row.undecided, row.oneChange)
        }),
      ...board.needs
        .filter((need) => need.unserved > 0)
        .map((need) => t.gap(termLabel(io.locale, 'need', need.need), need.unserved, need.wanted)),
    ])
  },
}
