import type { ReactNode } from 'react'

/**
 * A card for one thing of a list: title (a link covering the card when `href` is given), then three things at most.
 * `level` is the heading level that fits the page.
 */
export function Card(props: {
  title: ReactNode
  href?: string
  level?: 2 | 3 | 4 | 5
  marks?: ReactNode
  footer?: ReactNode
  children?: ReactNode
  id?: string
}) {
  const Heading = `h${props.level ?? 3}` as const
  return (
    <article
      id={props.id}
      className={`relative rounded-lg border border-line bg-surface p-4 sm:p-5 ${props.href ? 'hover:border-accent' : ''}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <Heading className="min-w-0 text-lg">
          {props.href ? (
            <a href={props.href} className="cover-link quiet-link">
              {props.title}
            </a>
          ) : (
            props.title
          )}
        </Heading>
        {props.marks && <div className="flex flex-wrap gap-1.5">{props.marks}</div>}
      </div>
      {props.children && <div className="mt-2">{props.children}</div>}
      {props.footer && <div className="mt-3 border-t border-line pt-3 text-sm text-muted">{props.footer}</div>}
    </article>
  )
}

/** Cards one below another, or in columns from tablets up. */
export function CardList({ columns = 1, children }: { columns?: 1 | 2 | 3; children: ReactNode }) {
  const grid = { 1: '', 2: 'md:grid-cols-2', 3: 'md:grid-cols-2 lg:grid-cols-3' }[columns]
  return <div className={`grid gap-3 sm:gap-4 ${grid}`}>{children}</div>
}
