import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { DeskOffer, DeskPage } from './desk-page.server.ts'
import { LikelihoodNote } from './new-proposal-view.tsx'
import { RateFigure } from './proposal-list-view.tsx'
import { TAB_WORDS } from './tabs.ts'

type Errors = (field: string) => { error?: string }

/** A partner's own desk: what waits, places and rules to confirm, its record, and asking a district. */
export function DeskView({ page, errors }: { page: DeskPage; errors: readonly FormError[] }) {
  const t = useMessages()
  const f = useFormat()
  const d = t.desk
  const errorOf: Errors = (field) => {
    const message = errors.find((error) => error.field === field)?.message
    return message ? { error: message } : {}
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title={d.title} intro={d.intro(page.partnerName)} />
      <div className="space-y-12">
        <Section id="kotak-masuk" title={d.inbox.title}>
          {page.waiting === 0 ? (
            <p className="text-muted">{d.inbox.none}</p>
          ) : (
            <LinkButton href={paths.proposals({ kelompok: TAB_WORDS.mine })}>
              {t.proposals.tabs.count(d.inbox.title, f.number(page.waiting))}
            </LinkButton>
          )}
        </Section>
        <Section id="tempat" title={d.capacity.title}>
          <ul className="grid gap-3 md:grid-cols-2">
            {page.offers.map((one) => (
              <li key={one.offer.id} className="rounded-lg border border-line bg-surface p-4">
                <OfferPlaces one={one} errorOf={errorOf} />
              </li>
            ))}
          </ul>
        </Section>
        <Section id="rekam-jejak" title={d.record.title}>
          <div className="grid gap-6 sm:grid-cols-3">
            <RateFigure rate={page.rates.answered} label={t.proposals.rates.answered} />
            <RateFigure rate={page.rates.closedLoop} label={t.proposals.rates.closedLoop} />
            <RateFigure rate={page.rates.helped} label={t.proposals.rates.helped} />
          </div>
          <div className="mt-4">
            <LikelihoodNote likelihood={page.likelihood} />
          </div>
        </Section>
        <Section id="permintaan" title={d.ask.title}>
          <Ask page={page} errorOf={errorOf} />
        </Section>
        <Section id="waktu" title={d.preferences.title}>
          <form method="post" className="flex max-w-md flex-wrap items-end gap-3">
            <TextField
              name="hari"
              label={d.preferences.days}
              hint={d.preferences.hint}
              {...errorOf('hari')}
              input={{ inputMode: 'numeric', defaultValue: String(page.responseDays) }}
            />
            <Button look="secondary" name="intent" value="days">
              {d.preferences.save}
            </Button>
          </form>
        </Section>
      </div>
    </>
  )
}

function OfferPlaces({ one, errorOf }: { one: DeskOffer; errorOf: Errors }) {
  const t = useMessages().desk.capacity
  const f = useFormat()
  const { offer } = one
  const { slots, taken, asOf } = offer.capacity
  const hidden = <input type="hidden" name="penawaran" value={offer.id} />
  return (
    <div className="space-y-3">
      <h3 className="font-semibold">
        <a href={paths.offer(offer.id)}>{offer.name}</a>
      </h3>
      <p>
        {slots === null
          ? t.unknown
          : t.known(f.number(Math.max(0, slots - taken)), f.number(slots), asOf === null ? '-' : f.day(asOf))}{' '}
        {one.staleDays !== null && (
          <Tag tone="turmeric" icon="question">
            {t.stale(f.number(one.staleDays))}
          </Tag>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {slots !== null && (
          <form method="post">
            {hidden}
            <Button small name="intent" value="same">
              {t.same}
            </Button>
          </form>
        )}
        <form method="post">
          {hidden}
          <Button small look="secondary" name="intent" value="rules">
            {t.rules}
          </Button>
        </form>
      </div>
      <p className="text-sm text-muted">{one.rulesOn ? t.rulesDay(f.day(one.rulesOn)) : t.rulesNever}</p>
      <form method="post" className="flex flex-wrap items-end gap-3">
        {hidden}
        <div className="w-32">
          <TextField
            name="jumlah"
            id={`jumlah-${offer.id}`}
            label={t.slots}
            {...errorOf(`jumlah-${offer.id}`)}
            input={{ inputMode: 'numeric', defaultValue: slots === null ? '' : String(slots) }}
          />
        </div>
        <div className="w-32">
          <TextField
            name="terisi"
            id={`terisi-${offer.id}`}
            label={t.taken}
            input={{ inputMode: 'numeric', defaultValue: String(taken) }}
          />
        </div>
        <Button small look="secondary" name="intent" value="places">
          {t.save}
        </Button>
      </form>
    </div>
  )
}

function Ask({ page, errorOf }: { page: DeskPage; errorOf: Errors }) {
  const d = useMessages().desk
  const f = useFormat()
  return (
    <>
      <form method="post" className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <SelectField
          name="penawaran"
          label={d.ask.offer}
          empty={d.ask.problem}
          options={page.offers.map(({ offer }) => ({ value: offer.id, label: offer.name }))}
          {...errorOf('penawaran')}
        />
        <SelectField
          name="kabkota"
          label={d.ask.regency}
          empty={d.ask.problem}
          options={page.regencies}
          {...errorOf('kabkota')}
        />
        <TextField
          name="banyak"
          label={d.ask.places}
          optional
          {...errorOf('banyak')}
          input={{ inputMode: 'numeric' }}
        />
        <TextField name="pesan" label={d.ask.note} optional input={{ maxLength: 2000 }} />
        <div>
          <Button name="intent" value="ask">
            {d.ask.submit}
          </Button>
        </div>
      </form>
      {page.requests.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-semibold">{d.ask.sentTitle}</h3>
          <ul className="space-y-1">
            {page.requests.map((request) => (
              <li key={request.id}>
                {request.offerName}, {request.regencyName}: {d.ask.state[request.state]} ({f.day(request.on)})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
