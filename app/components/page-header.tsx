import type { ReactNode } from 'react'
import { useMessages } from '#app/i18n/context.tsx'
import { Icon } from './icon.tsx'
import { PageTitle } from './page-title.tsx'

export interface Crumb {
  readonly href: string
  readonly label: string
}

/** Title, breadcrumb and introduction of a page; sets the document title too. `actions` stand beside the title. */
export function PageHeader(props: {
  title: string
  /** Above the title: what kind of thing this is. */
  kicker?: ReactNode
  intro?: ReactNode
  trail?: readonly Crumb[]
  marks?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="mb-6 sm:mb-8">
      <PageTitle>{props.title}</PageTitle>
      {props.trail && props.trail.length > 0 && <Breadcrumb trail={props.trail} />}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="max-w-prose min-w-0">
          {props.kicker && <p className="mb-1 text-muted">{props.kicker}</p>}
          <h1 className="text-2xl sm:text-3xl">{props.title}</h1>
          {props.marks && <div className="mt-3 flex flex-wrap gap-2">{props.marks}</div>}
          {props.intro && <div className="mt-3 text-lg text-muted">{props.intro}</div>}
        </div>
        {props.actions && <div className="no-print flex flex-wrap gap-2">{props.actions}</div>}
      </div>
    </div>
  )
}

function Breadcrumb({ trail }: { trail: readonly Crumb[] }) {
  const t = useMessages()
  return (
    <nav aria-label={t.common.nav.breadcrumb} className="no-print mb-2">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm">
        {trail.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-1">
            <a href={href} className="quiet-link py-1">
              {label}
            </a>
            <Icon name="right" className="size-3.5 text-muted" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
