import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { HiddenNote } from './hidden-names.server.ts'

/** Says how many matches are left out and who hides them; nothing where none is. */
export function HiddenLine({ hidden }: { hidden: HiddenNote }) {
  const t = useMessages().overrides.hide
  const f = useFormat()
  if (hidden.count === 0) return null
  return (
    <p className="text-sm text-muted">
      {hidden.names.length === 0
        ? t.hidden(f.number(hidden.count))
        : t.hiddenBy(f.number(hidden.count), f.list(hidden.names))}
    </p>
  )
}
