import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { NeedBar } from '#app/components/need-bar.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { ActorPage } from './actor-page.server.ts'

/** Who she is, where, what she makes and needs. Her name stands on this page alone. */
export function ActorHeader({ page }: { page: ActorPage }) {
  const t = useMessages()
  const code = actorCode(page.id)
  return (
    <>
      <PageHeader
        trail={[{ href: paths.actors(), label: t.common.nav.actors }]}
        kicker={t.actors.profile.kicker(code)}
        title={page.name ?? t.actors.profile.unnamed(code)}
        marks={page.isDemo && <DemoTag />}
        actions={
          <span className="js-only">
            <Button type="button" look="secondary" icon="print" data-print="">
              {t.common.button.print}
            </Button>
          </span>
        }
      />
      <Desk page={page} />
      <div className="mb-8 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Particulars page={page} />
        <Needs page={page} />
      </div>
    </>
  )
}

/** The ways to her consents, her rights and the record of who used her data. */
function Desk({ page }: { page: ActorPage }) {
  const t = useMessages()
  const links = [
    ...(page.desk.consents ? [{ href: paths.actorConsents(page.id), label: t.consents.link }] : []),
    ...(page.desk.contact ? [{ href: paths.actorContact(page.id), label: t.contacts.link }] : []),
    ...(page.desk.rights ? [{ href: paths.actorRights(page.id), label: t.rights.link }] : []),
    ...(page.desk.trail ? [{ href: paths.actorTrail(page.id), label: t.audit.trail.link }] : []),
  ]
  if (links.length === 0) return null
  return (
    <nav aria-label={t.consents.deskLabel} className="no-print -mt-2 mb-6">
      <ul className="flex flex-wrap gap-x-6">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Particular({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-muted sm:text-base">{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Particulars({ page }: { page: ActorPage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const unknown = <span className="text-muted">{t.common.unknown}</span>
  return (
    <dl className="grid grid-cols-[7rem_1fr] content-start items-baseline gap-x-4 gap-y-1.5 sm:grid-cols-[auto_1fr] sm:gap-x-5">
      {page.businessName && <Particular term={t.actors.profile.business}>{page.businessName}</Particular>}
      <Particular term={t.actors.profile.products}>{page.products ?? unknown}</Particular>
      <Particular term={t.actors.profile.sectors}>
        {page.sectors?.length ? f.list(page.sectors.map((id) => termLabel(locale, 'sector', id))) : unknown}
      </Particular>
      <Particular term={t.actors.profile.cluster}>
        {page.cluster ? `${page.cluster}, ${termLabel(locale, 'cluster', page.cluster)}` : unknown}
      </Particular>
      {page.name !== null && <Particular term={t.actors.profile.village}>{page.village ?? unknown}</Particular>}
      <Particular term={t.actors.profile.place}>
        {page.regency ? (
          <a href={paths.board(page.regency.code)}>
            {t.actors.profile.inRegency(page.regency.name, page.regency.province)}
          </a>
        ) : (
          unknown
        )}
      </Particular>
    </dl>
  )
}

function Needs({ page }: { page: ActorPage }) {
  const t = useMessages().actors.profile
  const locale = useLocale()
  return (
    <div>
      <p className="mb-2 font-semibold">{t.needs}</p>
      {page.needs === null && <p>{t.needsUnknown}</p>}
      {page.needs?.length === 0 && <p>{t.needsNone}</p>}
      <NeedBar
        needs={(page.needs ?? []).map(({ id, state }) => ({ id, state, label: termLabel(locale, 'need', id) }))}
      />
    </div>
  )
}
