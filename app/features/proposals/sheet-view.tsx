import { encode } from 'uqr'
import { Button, LinkButton } from '#app/components/button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { TraceList } from '#app/features/matches/trace-list.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ProposalPaper } from './proposal-in-view.server.ts'

/** The proposal on paper (A4): codes, reasons as sentences, room for an answer, and the way back as a QR code. */
export function SheetView({ page, address }: { page: ProposalPaper; address: string }) {
  const t = useMessages()
  const f = useFormat()
  const s = t.proposals.sheet
  const { proposal } = page
  return (
    <>
      <PageHeader
        title={s.title}
        kicker={s.number(proposal.id)}
        intro={`${page.offerName}, ${page.partnerName}`}
        actions={
          <>
            <LinkButton href={paths.proposal(proposal.id)} look="secondary" small>
              {s.back}
            </LinkButton>
            <span className="js-only">
              <Button type="button" icon="print" small data-print="">
                {s.print}
              </Button>
            </span>
          </>
        }
      />
      <div className="flex flex-wrap items-start justify-between gap-6">
        <div className="max-w-prose min-w-0 flex-1 space-y-1">
          <p>{[t.proposals.states[proposal.state], page.regencyName].filter(Boolean).join('; ')}</p>
          {page.dueOn && <p>{t.proposals.share.due(f.day(page.dueOn))}</p>}
          {page.decided && <p>{s.asOf(f.day(page.decided.on), page.decided.policy)}</p>}
          <p className="text-sm text-muted">{s.noPersonal}</p>
        </div>
        <figure className="w-36">
          <QrCode text={address} />
          <figcaption className="mt-1 text-sm text-muted">{s.qr}</figcaption>
        </figure>
      </div>
      {page.actors.map((actor) => (
        <section key={actor.position} className="mt-6 border-t border-line pt-4">
          <h2 className="text-lg">{actor.code ?? t.proposals.page[actor.withheld ? 'withheld' : 'erased']}</h2>
          {actor.needs.length > 0 && <p>{t.proposals.page.needs(actor.needs.join('; '))}</p>}
          {actor.code !== null && (
            <>
              <h3 className="mt-3 mb-2 font-semibold">{s.reasons}</h3>
              {actor.leftOut && <p className="mb-2 text-sm text-muted">{t.proposals.page.leftOut}</p>}
              <TraceList lines={actor.lines} partnerChecks={actor.partnerChecks} />
            </>
          )}
        </section>
      ))}
      <section className="mt-8 border-t border-edge pt-4">
        <h2 className="text-lg">{s.answerLine}</h2>
        <p className="mt-2">□ {t.proposals.steps.accept}</p>
        <p className="mt-2">
          □ {t.proposals.steps.decline}: {t.proposals.form.reason} ______________________________
        </p>
        <p className="mt-10 text-sm text-muted">{s.sign}: ________________________________________</p>
      </section>
    </>
  )
}

/** A QR code as one path; black on white whatever the theme, so that cameras read it. */
function QrCode({ text }: { text: string }) {
  const t = useMessages().proposals.sheet
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.qr} shapeRendering="crispEdges" className="w-full">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
