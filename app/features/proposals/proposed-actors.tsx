import { Tag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { TraceList } from '#app/features/matches/trace-list.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ProposalPage } from './proposal-page.server.ts'
import type { ProposedActor } from './proposed-actor.server.ts'

type ActorsPage = Pick<ProposalPage, 'actors' | 'decided' | 'isPartner'>

/** Who is proposed: under her code, or by name where she allows it, with the reasons and her outcome. */
export function ProposedActors({ page }: { page: ActorsPage }) {
  const t = useMessages().proposals.page
  const wait = page.isPartner && page.actors.every((actor) => actor.identity === null)
  return (
    <Section id="pelaku" title={t.who}>
      {page.isPartner && <p className="mb-3 text-sm text-muted">{wait ? t.identityWait : t.identity}</p>}
      <ul className="space-y-3">
        {page.actors.map((actor) => (
          <li key={actor.position} className="rounded-lg border border-line bg-surface p-4">
            <One actor={actor} page={page} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function One({ actor, page }: { actor: ProposedActor; page: ActorsPage }) {
  const t = useMessages().proposals
  const f = useFormat()
  const p = t.page
  if (actor.code === null) {
    const why = page.isPartner ? p.withheld : p.outOfReach
    return <p className="text-muted">{actor.withheld ? why : p.erased}</p>
  }
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="text-lg">
          {actor.mayOpen && actor.id !== null ? <a href={paths.actor(actor.id)}>{actor.code}</a> : actor.code}
        </h3>
        {actor.outcome && (
          <Tag
            tone={actor.outcome === 'helped' ? 'leaf' : 'brick'}
            icon={actor.outcome === 'helped' ? 'check' : 'cross'}
          >
            {p.outcomeOf[actor.outcome]}
          </Tag>
        )}
      </div>
      {actor.identity && (
        <p>
          {[actor.identity.name, actor.identity.business, actor.identity.village, actor.identity.phone]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      {actor.partnerCode && <p className="text-sm text-muted">{p.codeForPartner(actor.partnerCode)}</p>}
      {actor.needs.length > 0 && <p className="text-sm text-muted">{p.needs(actor.needs.join('; '))}</p>}
      {actor.outcomeReason && (
        <p className="text-sm">
          {p.ended(t.reasons[actor.outcomeReason])}
          {actor.outcomeText && `; ${actor.outcomeText}`}
        </p>
      )}
      {actor.lines.length > 0 ? (
        <details className="mt-2 print:not-open:hidden">
          <summary className="min-h-9 py-1.5 text-accent">{page.decided ? p.reasonsOf : p.reasonsNow}</summary>
          <div className="pt-2">
            {page.decided && (
              <p className="mb-2 text-sm text-muted">{t.sheet.asOf(f.day(page.decided.on), page.decided.policy)}</p>
            )}
            {actor.leftOut && <p className="mb-2 text-sm text-muted">{p.leftOut}</p>}
            <TraceList lines={actor.lines} partnerChecks={actor.partnerChecks} />
          </div>
        </details>
      ) : (
        <p className="mt-2 text-sm text-muted">{p.noTrace}</p>
      )}
    </>
  )
}
