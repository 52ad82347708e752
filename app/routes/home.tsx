import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'

export default function Home() {
  const t = useMessages()
  return <PageHeader title={t.common.product} intro={t.common.tagline} />
}
