import type { ReactNode } from 'react'

/** The rest of a list, behind a line that says how much it is. */
export function Unfold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="mt-3 print:not-open:hidden">
      <summary className="inline-block min-h-11 py-2 font-semibold text-accent">{summary}</summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
