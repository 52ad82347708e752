import type { FormHTMLAttributes } from 'react'
import { useMessages } from '#app/i18n/context.tsx'

/**
 * A GET form that works by its button, and with scripts while one types: elements of the page marked
 * `data-live-region` (with an id) are replaced, and the text of `[data-live-announce]` is read out.
 */
export function LiveForm({ children, ...rest }: FormHTMLAttributes<HTMLFormElement>) {
  const t = useMessages()
  return (
    <form method="get" data-live data-live-failed={t.common.filter.failed} {...rest}>
      {children}
    </form>
  )
}
