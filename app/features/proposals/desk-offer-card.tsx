import { Button } from '#app/components/button.tsx'
import { CardList } from '#app/components/card.tsx'
import { TextField } from '#app/components/field.tsx'
import { Tag } from '#app/components/tag.tsx'
import { K } from '#app/domain/privacy/suppress-counts.ts'
import { CardBox, useCardLabel } from '#app/features/cards/card-box.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { MOST_CARDS } from './card-request.ts'
import type { DeskOffer } from './desk-page.server.ts'
import type { DeskFields } from './desk-view.tsx'

/** One offer of the partner: its places and rules to confirm, and whom it could serve today. */
export function DeskOfferCard({ one, fields }: { one: DeskOffer; fields: DeskFields }) {
  const { offer } = one
  return (
    <article className="space-y-4 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h3 className="text-lg">
        <a href={paths.offer(offer.id)}>{offer.name}</a>
      </h3>
      <Places one={one} fields={fields} />
      <Ready one={one} fields={fields} />
    </article>
  )
}

function Places({ one, fields }: { one: DeskOffer; fields: DeskFields }) {
  const t = useMessages().desk.capacity
  const asked = useMessages().capacity.desk
  const f = useFormat()
  const { slots, taken, asOf, unit } = one.offer.capacity
  const inPersons = one.askedAt !== null && (unit === 'group' || unit === 'village')
  const hidden = <input type="hidden" name="penawaran" value={one.offer.id} />
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className="space-y-3">
        <p>
          {slots === null
            ? t.unknown
            : t.known(f.number(Math.max(0, slots - taken)), f.number(slots), asOf === null ? '-' : f.day(asOf))}{' '}
          {one.staleDays !== null && (
            <Tag tone="turmeric" icon="question">
              {t.stale(f.number(one.staleDays))}
            </Tag>
          )}{' '}
          {one.askedAt !== null && (
            <Tag tone="accent" icon="info">
              {asked.asked(f.instant(one.askedAt))}
            </Tag>
          )}
        </p>
        <p className="text-sm text-muted">{one.rulesOn ? t.rulesDay(f.day(one.rulesOn)) : t.rulesNever}</p>
        <div className="flex flex-wrap gap-2">
          {slots !== null && (
            <form method="post">
              {hidden}
              <Button small look="secondary" name="intent" value="same">
                {t.same}
                <span className="sr-only">: {one.offer.name}</span>
              </Button>
            </form>
          )}
          <form method="post">
            {hidden}
            <Button small look="secondary" name="intent" value="rules">
              {t.rules}
              <span className="sr-only">: {one.offer.name}</span>
            </Button>
          </form>
        </div>
      </div>
      <form method="post" className="flex flex-wrap items-end gap-3">
        {hidden}
        {inPersons && <input type="hidden" name="satuan" value="actor" />}
        <div className="w-28">
          <TextField
            name="jumlah"
            id={`jumlah-${one.offer.id}`}
            label={inPersons ? asked.people : t.slots}
            {...fields.error(`jumlah-${one.offer.id}`)}
            input={{ inputMode: 'numeric', defaultValue: fields.typed('jumlah', slots === null ? '' : String(slots)) }}
          />
        </div>
        <div className="w-28">
          <TextField
            name="terisi"
            id={`terisi-${one.offer.id}`}
            label={t.taken}
            input={{ inputMode: 'numeric', defaultValue: fields.typed('terisi', String(taken)) }}
          />
        </div>
        <Button look="secondary" name="intent" value="places">
          {t.save}
        </Button>
      </form>
    </div>
  )
}

function Ready({ one, fields }: { one: DeskOffer; fields: DeskFields }) {
  const t = useMessages().desk.shortlist
  const f = useFormat()
  const { ready, offer } = one
  const label = useCardLabel(ready)
  const id = `calon-${offer.id}`
  const { error } = fields.error(id)
  return (
    <section aria-labelledby={id} className="border-t border-line pt-4">
      <h4 id={id} tabIndex={-1} className="font-semibold">
        {t.title}: {f.number(ready.total)}
      </h4>
      {error && <p className="font-semibold text-brick">{error}</p>}
      {ready.total === 0 ? (
        <p className="mt-1 text-muted">{t.none(f.number(K))}</p>
      ) : (
        <form method="post" className="mt-1 space-y-3">
          <p className="text-sm text-muted">{t.intro}</p>
          <input type="hidden" name="penawaran" value={offer.id} />
          <CardList columns={3}>
            {ready.cards.map((card) => (
              <CardBox key={card.code} card={card} label={label} level={5} choose brief />
            ))}
          </CardList>
          <p className="text-sm text-muted">{t.askHint(f.number(MOST_CARDS))}</p>
          <div className="flex flex-wrap items-center gap-4">
            <Button name="intent" value="ask_cards" look="secondary">
              {t.ask}
            </Button>
            {ready.total > ready.cards.length && (
              <a
                href={paths.actorCards({ penawaran: offer.id, kesiapan: 'siap' })}
                className="inline-flex min-h-11 items-center"
              >
                {t.all(f.number(ready.total))}
              </a>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
