import { useMessages } from '#app/i18n/context.tsx'

/** The document's title: "<page> - Sinergi IR". PageHeader draws it; pages without one draw it themselves. */
export function PageTitle({ children }: { children: string }) {
  const t = useMessages()
  return <title data-page>{`${children} - ${t.common.product}`}</title>
}
