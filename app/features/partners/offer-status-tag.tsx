import { Tag } from '#app/components/tag.tsx'
import type { OfferStatus } from '#app/domain/values/offer.ts'
import { useMessages } from '#app/i18n/context.tsx'

/** Marks an offer that is not simply running; a current one carries no mark. */
export function OfferStatusTag({ status }: { status: OfferStatus }) {
  const t = useMessages().partners.status
  if (status === 'current') return null
  if (status === 'historical') return <Tag icon="calendar">{t.historical}</Tag>
  return (
    <Tag tone="turmeric" icon="question">
      {t.unverified}
    </Tag>
  )
}
