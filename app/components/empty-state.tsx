import type { ReactNode } from 'react'
import { Woven } from './woven.tsx'

/** Nothing to show: what that means, and what to do (children: links or buttons). */
export function EmptyState(props: { title: string; text?: ReactNode; level?: 2 | 3; children?: ReactNode }) {
  const Heading = `h${props.level ?? 2}` as const
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <Woven rows={2} className="text-accent opacity-60" />
      <div className="px-5 py-8 sm:px-8">
        <Heading className="text-xl">{props.title}</Heading>
        {props.text && <div className="mt-2 max-w-prose text-muted">{props.text}</div>}
        {props.children && <div className="mt-5 flex flex-wrap gap-3">{props.children}</div>}
      </div>
    </div>
  )
}
