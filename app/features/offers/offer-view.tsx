import { Button, LinkButton } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Figure } from '#app/components/figure.tsx'
import { LiveForm } from '#app/components/live-form.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { CLUSTER_IDS } from '#app/domain/values/actor.ts'
import { HiddenLine } from '#app/features/matches/hidden-line.tsx'
import { OfferStatusTag } from '#app/features/partners/offer-status-tag.tsx'
import { PartnerSources } from '#app/features/partners/partner-sources.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { CandidateLine } from './candidate-lines.server.ts'
import { CandidateTable } from './candidate-table.tsx'
import type { OfferFits, OfferPage } from './offer-page.server.ts'
import { OfferConditions, OfferParticulars } from './offer-particulars.tsx'

/** Every place is named on the offer's own page. */
const ALL_PLACES = 600

/** An offer: what it is, on which conditions, and whom among the actors on record it fits. */
export function OfferView({ page }: { page: OfferPage }) {
  const t = useMessages()
  const locale = useLocale()
  const { offer, partner } = page
  return (
    <>
      <PageHeader
        title={offer.name}
        kicker={t.offers.kicker(termLabel(locale, 'tie', offer.tie))}
        trail={[
          { href: paths.partners(), label: t.common.nav.partners },
          { href: paths.partner(partner.id), label: partner.name },
        ]}
        marks={offer.status !== 'current' && <OfferStatusTag status={offer.status} />}
      />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0 space-y-8">
          <section aria-labelledby="tentang-penawaran">
            <h2 id="tentang-penawaran" className="mb-3 text-xl">
              {t.offers.about}
            </h2>
            <OfferParticulars offer={offer} regionNames={page.regionNames} places={ALL_PLACES} />
          </section>
          <section aria-labelledby="syarat">
            <h2 id="syarat" className="mb-3 text-xl">
              {t.offers.conditions}
            </h2>
            <OfferConditions offer={offer} />
          </section>
        </div>
        <aside className="min-w-0 space-y-6">
          <div>
            <h2 className="text-lg">{t.offers.by}</h2>
            <p className="mt-1">
              <a href={paths.partner(partner.id)}>{partner.name}</a>
            </p>
          </div>
          <PartnerSources partner={partner} />
        </aside>
      </div>
      {page.fits && <Fits page={page} fits={page.fits} />}
      {page.cards !== null && <Cards offerId={offer.id} cards={page.cards} />}
    </>
  )
}

/** The way from an offer to the cards of it, for its partner. */
function Cards({ offerId, cards }: { offerId: string; cards: number }) {
  const t = useMessages().cards.offer
  const f = useFormat()
  return (
    <section aria-labelledby="kartu" className="mt-12 space-y-4 border-t border-line pt-8">
      <h2 id="kartu" className="text-2xl">
        {t.title}
      </h2>
      <p>{cards === 0 ? t.none(f.number(K)) : t.count(f.number(cards))}</p>
      {cards > 0 && <LinkButton href={paths.actorCards({ penawaran: offerId })}>{t.open}</LinkButton>}
    </section>
  )
}

function Fits({ page, fits }: { page: OfferPage; fits: OfferFits }) {
  const t = useMessages().offers
  const f = useFormat()
  const { status } = page.offer
  return (
    <section aria-labelledby="cocok" className="mt-12 space-y-6 border-t border-line pt-8">
      <div>
        <h2 id="cocok" className="text-2xl">
          {t.fits.title}
        </h2>
        <p className="mt-2 max-w-prose text-muted">
          {t.fits.intro} {t.recordHint(f.day(page.today))}{' '}
          {fits.totals.demo > 0 && t.fits.demo(f.number(fits.totals.demo), f.number(fits.totals.all))}
        </p>
      </div>
      {status === 'unverified' && <Notice kind="warning">{t.unverified}</Notice>}
      {status === 'historical' ? (
        <div id={RESULTS_ID} tabIndex={-1}>
          <Notice>{t.historical}</Notice>
        </div>
      ) : (
        <>
          <FilterForm page={page} fits={fits} />
          {fits.counts ? (
            <Candidates page={page} fits={fits} counts={fits.counts} />
          ) : (
            <Working page={page} fits={fits} />
          )}
        </>
      )}
    </section>
  )
}

function FilterForm({ page, fits }: { page: OfferPage; fits: OfferFits }) {
  const messages = useMessages()
  const t = messages.offers.filter
  const locale = useLocale()
  return (
    <LiveForm
      action={paths.offer(page.offer.id)}
      aria-label={t.label}
      className="no-print grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      <SelectField
        name="kabkota"
        label={t.regency}
        options={fits.places}
        value={page.filter.regency ?? ''}
        empty={t.everywhere}
      />
      <SelectField
        name="klaster"
        label={t.cluster}
        options={CLUSTER_IDS.map((id) => ({
          value: id,
          label: messages.partners.cluster(id, termLabel(locale, 'cluster', id)),
        }))}
        value={page.filter.cluster ?? ''}
        empty={t.everyCluster}
      />
      <Button look="secondary">{messages.common.button.apply}</Button>
    </LiveForm>
  )
}

/** The first reading of very many actors takes a while: the region asks again by itself, and by a link without scripts. */
function Working({ page, fits }: { page: OfferPage; fits: OfferFits }) {
  const t = useMessages().offers.working
  const f = useFormat()
  return (
    <div id={RESULTS_ID} data-poll={2000} tabIndex={-1}>
      <Notice live title={t.title(f.number(fits.totals.all))}>
        {t.text}{' '}
        <a href={paths.offer(page.offer.id, { kabkota: page.filter.regency, klaster: page.filter.cluster })}>
          {t.again}
        </a>
      </Notice>
    </div>
  )
}

function Candidates(props: { page: OfferPage; fits: OfferFits; counts: NonNullable<OfferFits['counts']> }) {
  const { page, fits, counts } = props
  const t = useMessages().offers
  const f = useFormat()
  return (
    <div id={RESULTS_ID} data-live-region tabIndex={-1} className="space-y-10">
      <p className="sr-only" data-live-announce>
        {t.fits.found(f.number(counts.eligible), f.number(counts.actors))}
      </p>
      <div className="grid gap-6 sm:grid-cols-3">
        <Figure value={f.number(counts.eligible)} denominator={f.number(counts.actors)} label={t.fits.eligible} />
        <Figure
          value={f.number(counts.undecided)}
          denominator={f.number(counts.actors)}
          label={t.fits.undecided}
          date={t.fits.undecidedParts(f.number(counts.oneAnswer), f.number(counts.askPartner))}
        />
        <Figure value={f.number(counts.oneChange)} denominator={f.number(counts.actors)} label={t.fits.oneChange} />
      </div>
      <HiddenLine hidden={fits.hidden} />
      {fits.engaged > 0 && <p className="text-sm text-muted">{t.fits.engaged(f.number(fits.engaged))}</p>}
      <List
        id="memenuhi"
        proposeFor={page.mayPropose ? page.offer.id : null}
        words={t.best}
        lines={fits.best}
        all={counts.eligible}
      />
      <List id="selangkah" words={t.near} lines={fits.near} all={counts.oneAnswer + counts.oneChange} lacking />
      {counts.askPartner > 0 && (
        <List id="menunggu" words={t.waiting} lines={fits.waiting} all={counts.askPartner} lacking />
      )}
    </div>
  )
}

function List(props: {
  id: string
  words: { readonly title: string; readonly caption: string; readonly intro: string; readonly none: string }
  lines: readonly CandidateLine[]
  all: number
  /** Shows what is missing for each. */
  lacking?: boolean
  /** The offer they can be proposed for; null for who may not. */
  proposeFor?: string | null
}) {
  const p = useMessages().proposals
  const t = useMessages().offers
  const f = useFormat()
  const { lines, words } = props
  return (
    <section aria-labelledby={props.id}>
      <h3 id={props.id} className="mb-2 text-xl">
        {words.title}
      </h3>
      {lines.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <>
          <p className="mb-3 max-w-prose text-sm text-muted">
            {words.intro} {t.cut(f.number(lines.length), f.number(props.all))}
          </p>
          {props.proposeFor ? (
            <form method="get" action={paths.newProposal()} className="space-y-3">
              <input type="hidden" name="penawaran" value={props.proposeFor} />
              <CandidateTable caption={words.caption} lines={lines} near={props.lacking} choose />
              <Button look="secondary">{p.proposeChosen}</Button>
            </form>
          ) : (
            <CandidateTable caption={words.caption} lines={lines} near={props.lacking} />
          )}
        </>
      )}
    </section>
  )
}
