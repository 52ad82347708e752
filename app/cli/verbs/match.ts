import { type ActorMatches, matchActor } from '#app/domain/matching/match.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import { DescriptionError, readActorDescription } from '#app/features/matches/actor-description.ts'
import { actorAnswer } from '#app/features/matches/match-answer.ts'
import { type MatchWorld, matchWorld } from '#app/features/matches/match-world.server.ts'
import { offerAnswer } from '#app/features/matches/offer-answer.server.ts'
import { replayProposal } from '#app/features/matches/replay-proposal.server.ts'
import { findingText } from '#app/i18n/finding-text.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { jakartaDay } from '#app/lib/today.ts'
import type { Db } from '#db/client.ts'
import { getActor, toProfile } from '#db/queries/actors.ts'
import { findActorEngagements } from '#db/queries/proposals.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import type { Io } from '../io.ts'
import { readJsonFile } from '../read-json-file.ts'
import { readInteger } from '../read-option.ts'
import { CliFailure, UsageError, type Verb } from '../verb.ts'

async function profileFromFile(file: string, today: string, world: MatchWorld, io: Io): Promise<ActorProfile> {
  const t = io.messages.match.input
  const value = await readJsonFile(file, io.t)
  try {
    return readActorDescription(value, t, today, (text) => {
      const names = (codes: readonly string[]) => codes.map((code) => `${world.regionName(code)} (${code})`).join(', ')
      const { code, candidates, suggestions } = resolveRegion(text, regionDirectory(), { level: 'regency' })
      if (code) return code
      throw new DescriptionError(
        candidates.length > 0
          ? t.ambiguousRegion(text, names(candidates))
          : t.unknownRegion(text, names(suggestions.slice(0, 3))),
      )
    })
  } catch (error) {
    if (error instanceof DescriptionError) throw new CliFailure(`${file}: ${error.message}`)
    throw error
  }
}

/** The best of the answer for a person at a terminal. */
function summary(matches: ActorMatches, world: MatchWorld, io: Io): string[] {
  const f = formatterFor(io.locale)
  const t = io.t.verbs.match
  const verdicts = (verdict: string) => matches.matches.filter((match) => match.verdict === verdict)
  const title = (id: string) => `${world.offerById.get(id)!.partnerName}: ${world.offerById.get(id)!.name}`
  const lines = [
    t.counts(verdicts('eligible').length, verdicts('undecided').length, verdicts('ineligible').length),
    ...verdicts('eligible')
      .slice(0, 10)
      .map((match) => `  ${f.number(match.fit / 100, 1)}  ${title(match.offerId)}`),
  ]
  if (matches.complementary.length > 0) lines.push(t.complementary(matches.complementary.map(title).join('; ')))
  if (matches.askNext) lines.push(t.ask(io.messages.match.question[matches.askNext.fact], matches.askNext.settles))
  for (const match of verdicts('undecided').slice(0, 3)) {
    const unknown = match.trace.filter((line) => line.result === 'unknown' && line.condition !== 'partner_checked')
    lines.push(`? ${title(match.offerId)}`)
    for (const line of unknown) lines.push(`    ${findingText(io.locale, line, world.regionName).sentence}`)
  }
  return lines
}

async function answerReplay(db: Db, proposal: string, io: Io): Promise<void> {
  const t = io.t.verbs.match
  const decisions = await replayProposal(db, proposal)
  if (decisions.length === 0) throw new CliFailure(t.noDecision)
  io.answer({ proposal, decisions }, () =>
    decisions.map(({ offer, decidedOn, policy, same }) => `  ${t.replayed(offer, decidedOn, policy, same)}`),
  )
}

export const matchVerb: Verb = {
  name: 'match',
  options: {
    facts: { type: 'string' },
    actor: { type: 'string' },
    offer: { type: 'string' },
    replay: { type: 'string' },
    limit: { type: 'string' },
  },
  async run({ values }, io) {
    const t = io.t.verbs.match
    const given = [values.facts, values.actor, values.offer, values.replay].filter((value) => value !== undefined)
    if (given.length !== 1) throw new UsageError(t.oneOf)
    const limit = readInteger(values.limit, '--limit', { min: 1, max: 1000 }, io.t) ?? 50
    const client = await io.openDb()
    if (typeof values.replay === 'string') return answerReplay(client.db, values.replay, io)
    const today = jakartaDay(new Date())
    const world = await matchWorld(client.db, today)
    if (typeof values.offer === 'string') {
      const answer = await offerAnswer(client, world, values.offer, limit)
      if (!answer) throw new CliFailure(t.noOffer(values.offer))
      io.answer(answer, () => [
        t.offerCounts(answer.eligible, answer.undecided, answer.oneChange, answer.total),
        ...answer.actors.map((pair) => `  ${formatterFor(io.locale).number(pair.fit * 100, 1)}  ${pair.actor}`),
      ])
      return
    }
    let profile: ActorProfile
    if (typeof values.actor === 'string') {
      const row = await getActor(client.db, values.actor)
      if (!row) throw new CliFailure(t.noActor)
      profile = { ...toProfile(row), collaborations: await findActorEngagements(client.db, row.id) }
    } else profile = await profileFromFile(String(values.facts), today, world, io)
    const matches = matchActor(world.context, profile, world.offers)
    io.answer(
      actorAnswer(matches, (id) => world.offerById.get(id)!.partnerId, world.regionName),
      () => summary(matches, world, io),
    )
  },
}
