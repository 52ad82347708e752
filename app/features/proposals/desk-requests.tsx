import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Tag, type Tone } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { DeskPage, DeskRequest } from './desk-page.server.ts'
import type { DeskFields } from './desk-view.tsx'

const TONES: Record<DeskRequest['state'], Tone> = { open: 'turmeric', answered: 'leaf', declined: 'brick' }
const ICONS = { open: 'question', answered: 'check', declined: 'cross' } as const

/** Inviting a district, and what became of everything the partner asked for. */
export function DeskRequests({ page, fields }: { page: DeskPage; fields: DeskFields }) {
  const t = useMessages().desk.ask
  return (
    <>
      <p className="mb-3 text-muted">{t.intro}</p>
      <form method="post" className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <SelectField
          name="penawaran"
          label={t.offer}
          empty={t.chooseOffer}
          value={fields.typed('penawaran', '')}
          options={page.offers.map(({ offer }) => ({ value: offer.id, label: offer.name }))}
          {...fields.error('penawaran')}
        />
        <SelectField
          name="kabkota"
          label={t.regency}
          empty={t.chooseRegency}
          value={fields.typed('kabkota', '')}
          options={page.regencies}
          {...fields.error('kabkota')}
        />
        <TextField
          name="banyak"
          label={t.places}
          optional
          {...fields.error('banyak')}
          input={{ inputMode: 'numeric', defaultValue: fields.typed('banyak', '') }}
        />
        <TextField
          name="pesan"
          label={t.note}
          optional
          input={{ maxLength: 2000, defaultValue: fields.typed('pesan', '') }}
        />
        <div>
          <Button name="intent" value="ask" look="secondary">
            {t.submit}
          </Button>
        </div>
      </form>
      {page.requests.length > 0 && (
        <>
          <h3 className="mt-8 mb-2 font-semibold">{t.sentTitle}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {page.requests.map((request) => (
              <li key={request.id} className="py-2">
                <Asked request={request} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Asked({ request }: { request: DeskRequest }) {
  const t = useMessages()
  const f = useFormat()
  const a = t.desk.ask
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">
          {request.card === null ? request.regencyName : a.card(request.card)}, {request.offerName}
        </span>
        <Tag tone={TONES[request.state]} icon={ICONS[request.state]}>
          {a.state[request.state]}
        </Tag>
      </p>
      <p className="text-sm text-muted">
        {a.asked(f.day(request.on))}
        {request.reason && `; ${t.proposals.page.ended(t.proposals.reasons[request.reason])}`}
      </p>
    </>
  )
}
