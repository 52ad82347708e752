import { Icon } from '#app/components/icon.tsx'
import { ReasonLine, ReasonList } from '#app/components/reason-line.tsx'
import { isFactId } from '#app/domain/values/facts.ts'
import type { MatchView } from '#app/features/matches/match-view.ts'
import { NearestChange } from '#app/features/matches/nearest-change.tsx'
import { OfferStatusTag } from '#app/features/partners/offer-status-tag.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ActorPage } from './actor-page.server.ts'
import { factLabel } from './fact-lines.ts'
import type { WhyNotGroup } from './why-not.ts'

/** What would open offers, then every offer that is closed to her by the condition that closes it. */
export function WhyNotList({ page }: { page: ActorPage }) {
  const t = useMessages().actors.whyNot
  const f = useFormat()
  if (page.whyNot.length === 0) return <p className="text-muted">{t.none}</p>
  return (
    <>
      {page.openings.length > 0 && (
        <div className="mb-5">
          <h3 className="mb-2 text-lg">{t.openings}</h3>
          <div className="space-y-2">
            {page.openings.map((opening) => (
              <NearestChange key={opening.change} change={opening.change} opens={f.list(opening.offers)} />
            ))}
          </div>
        </div>
      )}
      <div className="border-t border-line">
        {page.whyNot.map((group) => (
          <Group key={group.condition} group={group} />
        ))}
      </div>
    </>
  )
}

function Group({ group }: { group: WhyNotGroup }) {
  const t = useMessages().actors.whyNot
  const f = useFormat()
  const locale = useLocale()
  const { condition } = group
  const title = isFactId(condition) ? t.fact(factLabel(locale, condition)) : t.group[condition as keyof typeof t.group]
  return (
    <details className="border-b border-line">
      <summary className="bare flex min-h-11 items-center justify-between gap-3 py-2">
        <span>
          <span className="font-semibold">{title}</span>{' '}
          <span className="text-sm whitespace-nowrap text-muted">
            {t.count(f.number(group.offers.length + group.hidden))}
          </span>
        </span>
        <Icon name="down" className="turns size-4 text-muted" />
      </summary>
      <ul className="space-y-4 pt-1 pb-5">
        {group.offers.map((offer) => (
          <Offer key={offer.offerId} offer={offer} />
        ))}
        {group.hidden > 0 && <li className="text-muted">{t.more(f.number(group.hidden))}</li>}
      </ul>
    </details>
  )
}

function Offer({ offer }: { offer: MatchView }) {
  const t = useMessages()
  return (
    <li id={offer.offerId} className="border-s-2 border-line ps-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={paths.offer(offer.offerId)} className="quiet-link font-semibold">
          {offer.offerName}
        </a>
        <span className="text-sm text-muted">{offer.partnerName}</span>
        <OfferStatusTag status={offer.status} />
      </p>
      <div className="mt-1.5 space-y-2">
        <ReasonList label={t.match.card.conditions}>
          {offer.lines
            .filter((line) => line.result === 'fail')
            .map((line) => (
              <ReasonLine key={line.key} result="fail" text={line.sentence} measure={line.measure} />
            ))}
        </ReasonList>
        {offer.nearestChange && <NearestChange change={offer.nearestChange} />}
      </div>
    </li>
  )
}
