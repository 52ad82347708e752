import { ShareBox } from '#app/components/share-box.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { ActorPage } from './actor-page.server.ts'
import { Section } from './section.tsx'
import { shareText } from './share-text.ts'

/** The proposal as a short text for WhatsApp. */
export function ShareSection({ page }: { page: ActorPage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  return (
    <Section id="bagikan" title={t.actors.sections.share} className="no-print">
      <p className="text-sm text-muted">{t.actors.share.intro}</p>
      <ShareBox id="teks-ringkas" label={t.actors.share.label} text={shareText(locale, t, f, page)} rows={9} />
    </Section>
  )
}
