import { Button, LinkButton } from '#app/components/button.tsx'
import { CardList } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField } from '#app/components/field.tsx'
import { LiveForm } from '#app/components/live-form.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { MOST_CARDS } from '#app/features/proposals/card-request.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { CARD_ATTRIBUTES, CARDS_PER_PAGE } from './card-attributes.ts'
import { CardBox, type CardLabel, useCardLabel } from './card-box.tsx'
import type { CardPage } from './card-page.server.ts'

/** What a partner sees of the women its offers may fit: cards without a name, never fewer than five alike. */
export function CardView({ page }: { page: CardPage }) {
  const t = useMessages().cards
  const f = useFormat()
  const label = useCardLabel(page)
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      {page.all === 0 ? (
        <EmptyState title={t.empty.title} text={t.empty.text(f.number(K))} />
      ) : (
        <div className="space-y-8">
          <Notice>{t.rule(f.number(K - 1))}</Notice>
          <Filters page={page} label={label} />
          <Results page={page} label={label} />
        </div>
      )}
    </>
  )
}

function Filters({ page, label }: { page: CardPage; label: CardLabel }) {
  const messages = useMessages()
  const t = messages.cards
  const f = useFormat()
  return (
    <LiveForm
      action={paths.actorCards()}
      aria-label={t.filter}
      className="no-print grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      {CARD_ATTRIBUTES.map((attribute) => {
        const chosen = page.filter[attribute]
        const found = page.counts[attribute].map(({ value, count }) => ({
          value,
          label: t.option(label(attribute, value), f.number(count)),
        }))
        const known = chosen === undefined || found.some((option) => option.value === chosen)
        return (
          <SelectField
            key={attribute}
            name={attribute}
            label={t.attribute[attribute]}
            empty={t.any}
            options={known ? found : [...found, { value: chosen, label: label(attribute, chosen) }]}
            value={chosen ?? ''}
          />
        )
      })}
      <Button look="secondary">{messages.common.button.apply}</Button>
    </LiveForm>
  )
}

function Results({ page, label }: { page: CardPage; label: CardLabel }) {
  const t = useMessages().cards
  const f = useFormat()
  return (
    <div id={RESULTS_ID} data-live-region tabIndex={-1} className="space-y-5">
      <h2 className="text-xl" data-live-announce>
        {t.found(f.number(page.total), f.number(page.all))}
      </h2>
      {page.total === 0 ? (
        <EmptyState title={t.nothing.title} text={t.nothing.text(f.number(K))} level={3}>
          <LinkButton href={paths.actorCards()} look="secondary">
            {t.nothing.all}
          </LinkButton>
        </EmptyState>
      ) : (
        <Cards page={page} label={label} />
      )}
      <Pagination
        page={page.page}
        pageSize={CARDS_PER_PAGE}
        total={page.total}
        hrefFor={(hal) => paths.actorCards({ ...page.filter, hal })}
      />
    </div>
  )
}

/** The cards; those of one offer can be chosen and asked for. */
function Cards({ page, label }: { page: CardPage; label: CardLabel }) {
  const t = useMessages().desk.shortlist
  const f = useFormat()
  const offerId = page.filter.penawaran
  const list = (
    <CardList columns={3}>
      {page.cards.map((card) => (
        <CardBox key={card.code} card={card} label={label} choose={offerId !== undefined} />
      ))}
    </CardList>
  )
  if (offerId === undefined) return list
  return (
    <form method="post" action={paths.desk()} className="space-y-4">
      <input type="hidden" name="penawaran" value={offerId} />
      {list}
      <p className="text-sm text-muted">{t.askHint(f.number(MOST_CARDS))}</p>
      <Button name="intent" value="ask_cards">
        {t.ask}
      </Button>
    </form>
  )
}
