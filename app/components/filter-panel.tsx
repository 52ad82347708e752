import type { ReactNode } from 'react'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/**
 * The filters of a list, inside its GET form. Beside the results on a desktop; on a phone above them, folded behind
 * a control that says how many are in use. `apply` is the button's text with the count of results.
 */
export function FilterPanel(props: { activeCount: number; apply: string; children: ReactNode }) {
  const t = useMessages()
  const f = useFormat()
  return (
    <div className="no-print">
      <label className="flex min-h-11 items-center gap-2 rounded border border-edge bg-surface px-4 py-2 font-semibold has-checked:rounded-b-none has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent lg:hidden">
        <input type="checkbox" id="buka-saringan" className="peer sr-only" />
        <Icon name="filter" />
        {t.common.filter.show(f.number(props.activeCount))}
        <Icon name="down" className="ms-auto size-4 peer-checked:rotate-180" />
      </label>
      <div className="hidden rounded-b border border-t-0 border-edge bg-surface p-4 [label:has(:checked)+&]:block lg:block lg:border-0 lg:bg-transparent lg:p-0">
        <h2 className="mb-1 hidden text-lg lg:block">{t.common.filter.title}</h2>
        {props.children}
        <Button className="mt-4 w-full" look="secondary">
          {props.apply}
        </Button>
      </div>
    </div>
  )
}
