import type { ReactNode } from 'react'

/** A section of the profile with its heading; the id is what the links of the page lead to. */
export function Section(props: {
  id: string
  title: string
  className?: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-judul`} className={props.className}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`${props.id}-judul`} className="text-xl">
          {props.title}
        </h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}
