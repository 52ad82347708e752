import type { ReactNode } from 'react'

/** A part of the board with its heading and what it means. */
export function BoardSection(props: { id: string; title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-judul`}>
      <h2 id={`${props.id}-judul`} className="text-xl">
        {props.title}
      </h2>
      {props.intro && <p className="mt-1 max-w-prose text-muted">{props.intro}</p>}
      <div className="mt-4">{props.children}</div>
    </section>
  )
}
