import { LinkButton } from '#app/components/button.tsx'
import { MatchCard } from '#app/features/matches/match-card.tsx'
import type { MatchView } from '#app/features/matches/match-view.ts'
import { VerdictSummary } from '#app/features/matches/verdict-summary.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { ActorPage } from './actor-page.server.ts'
import { AnswerInline } from './answer-inline.tsx'
import type { NeedGroup } from './need-groups.ts'

/** Cards of one need that stand open; the others unfold. */
const UNFOLDED = 3

/** Her needs by urgency, each with the offers that serve it. */
export function NeedGroupList({ page }: { page: ActorPage }) {
  const t = useMessages().actors.groups
  return (
    <div className="space-y-10">
      {page.groups.map((group, at) => (
        <Group key={group.need} page={page} group={group} rank={at + 1} />
      ))}
      {page.withoutNeed.length > 0 && (
        <div>
          <h3 className="mb-3 text-lg">{t.withoutNeed}</h3>
          <Cards page={page} cards={page.withoutNeed} />
        </div>
      )}
    </div>
  )
}

function Group({ page, group, rank }: { page: ActorPage; group: NeedGroup; rank: number }) {
  const t = useMessages().actors
  const f = useFormat()
  const locale = useLocale()
  const empty = group.verified.length + group.unverified.length + group.above.length === 0
  return (
    <div id={`kebutuhan-${group.need}`}>
      <h3 className="text-lg">{t.groups.title(f.number(rank), termLabel(locale, 'need', group.need))}</h3>
      {empty ? (
        <p className="mt-1 max-w-prose text-muted">{t.groups.none}</p>
      ) : (
        <div className="mt-1.5 mb-3">
          <VerdictSummary
            counts={group.counts}
            of={t.groupCounts(f.number(group.counts.eligible + group.counts.undecided + group.closed))}
          />
        </div>
      )}
      <Cards page={page} cards={group.verified.slice(0, UNFOLDED)} />
      <Folded page={page} cards={group.verified.slice(UNFOLDED)} title={t.groups.more} />
      <Folded page={page} cards={group.unverified} title={t.groups.unverified} />
      {group.above.length > 0 && <Above group={group} />}
      {group.hidden > 0 && (
        <p className="mt-3">
          <LinkButton
            href={`${paths.actor(page.id, { semua: 1 })}#kebutuhan-${group.need}`}
            look="quiet"
            small
            className="-ms-3"
          >
            {t.groups.showAll(f.number(group.hidden))}
          </LinkButton>
        </p>
      )}
    </div>
  )
}

/** Cards behind a line that counts them; open when an answer has just changed one of them. */
function Folded(props: { page: ActorPage; cards: readonly MatchView[]; title: (count: string) => string }) {
  const f = useFormat()
  const { cards, page } = props
  if (cards.length === 0) return null
  const changed = cards.some((card) => page.answer?.verdicts.some((change) => change.offerId === card.offerId))
  return (
    <details open={changed} className="mt-3">
      <summary className="min-h-9 py-1.5 text-accent">{props.title(f.number(cards.length))}</summary>
      <div className="pt-2">
        <Cards page={page} cards={cards} />
      </div>
    </details>
  )
}

function Cards({ page, cards }: { page: ActorPage; cards: readonly MatchView[] }) {
  const t = useMessages()
  const changes = new Map(page.answer?.verdicts.map((change) => [change.offerId, change]))
  if (cards.length === 0) return null
  return (
    <div className="grid gap-3 sm:gap-4">
      {cards.map((match) => {
        const change = changes.get(match.offerId)
        return (
          <MatchCard
            key={match.offerId}
            id={match.offerId}
            match={match}
            changed={change && t.actors.stored.mark(t.common.verdict[change.from], t.common.verdict[change.to])}
            actions={
              page.mayPropose && (
                <LinkButton
                  href={paths.newProposal({ penawaran: match.offerId, pelaku: page.id })}
                  look="secondary"
                  small
                >
                  {t.proposals.propose}
                </LinkButton>
              )
            }
            answer={(fact) => <AnswerInline actorId={page.id} fact={fact} place={match.offerId} />}
          />
        )
      })}
    </div>
  )
}

function Above({ group }: { group: NeedGroup }) {
  const t = useMessages().actors.groups
  const locale = useLocale()
  return (
    <div className="mt-3">
      <p className="text-sm text-muted">{t.above}</p>
      <ul className="mt-1 space-y-1">
        {group.above.map((offer) => (
          <li key={offer.offerId}>
            <a href={`#${offer.offerId}`}>{offer.offerName}</a>{' '}
            <span className="text-sm text-muted">({t.aboveIn(termLabel(locale, 'need', offer.need))})</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
