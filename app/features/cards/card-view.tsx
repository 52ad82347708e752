import { Button, LinkButton } from '#app/components/button.tsx'
import { Card, CardList } from '#app/components/card.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField } from '#app/components/field.tsx'
import { LiveForm } from '#app/components/live-form.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RESULTS_ID } from '#app/components/skip-links.tsx'
import { Tag } from '#app/components/tag.tsx'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { CARD_ATTRIBUTES, CARDS_PER_PAGE, type CardAttribute } from './card-attributes.ts'
import type { ActorCard, CardPage } from './card-page.server.ts'

type Label = (attribute: CardAttribute, value: string) => string

function useLabel(page: CardPage): Label {
  const t = useMessages().cards
  const locale = useLocale()
  return (attribute, value) => {
    switch (attribute) {
      case 'kesiapan':
        return value === 'siap' ? t.ready : t.almost
      case 'penawaran':
        return page.offerNames[value] ?? value
      case 'provinsi':
      case 'kabkota':
        return page.regionNames[value] ?? value
      case 'klaster':
        return termLabel(locale, 'cluster', value)
      case 'produk':
        return termLabel(locale, 'sector', value)
      case 'kebutuhan':
        return termLabel(locale, 'need', value)
    }
  }
}

/** What a partner sees of the women its offers may fit: cards without a name, never fewer than five alike. */
export function CardView({ page }: { page: CardPage }) {
  const t = useMessages().cards
  const f = useFormat()
  const label = useLabel(page)
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

function Filters({ page, label }: { page: CardPage; label: Label }) {
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

function Results({ page, label }: { page: CardPage; label: Label }) {
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
        <CardList columns={3}>
          {page.cards.map((card) => (
            <CardBox key={card.code} card={card} label={label} />
          ))}
        </CardList>
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

function CardBox({ card, label }: { card: ActorCard; label: Label }) {
  const t = useMessages().cards
  const words = (attribute: CardAttribute) =>
    card.shown[attribute].map((value) => label(attribute, value)).join('; ') || t.hidden
  const place = card.shown.kabkota.length > 0 ? words('kabkota') : words('provinsi')
  const lines = [
    [t.attribute.produk, words('produk')],
    [t.attribute.kabkota, place],
    [t.attribute.klaster, words('klaster')],
    [t.attribute.kebutuhan, words('kebutuhan')],
    [t.attribute.penawaran, words('penawaran')],
  ] as const
  return (
    <Card
      title={t.card(card.code)}
      marks={card.shown.kesiapan.length > 0 && <Tag tone="accent">{words('kesiapan')}</Tag>}
    >
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1 text-sm">
        {lines.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
