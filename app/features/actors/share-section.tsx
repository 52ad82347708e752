import { Button, LinkButton } from '#app/components/button.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import type { ActorPage } from './actor-page.server.ts'
import { Section } from './section.tsx'
import { shareText } from './share-text.ts'

const TEXT_ID = 'teks-ringkas'

/** The proposal as a short text for WhatsApp. */
export function ShareSection({ page }: { page: ActorPage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const text = shareText(locale, t, f, page)
  return (
    <Section id="bagikan" title={t.actors.sections.share} className="no-print">
      <p className="text-sm text-muted">{t.actors.share.intro}</p>
      <textarea
        id={TEXT_ID}
        readOnly
        rows={9}
        aria-label={t.actors.share.label}
        defaultValue={text}
        className="mt-2 w-full rounded border border-line bg-sunken p-3 text-sm"
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <span className="js-only">
          <Button
            type="button"
            look="secondary"
            icon="copy"
            small
            data-copy={`#${TEXT_ID}`}
            data-copied={t.common.button.copied}
          >
            {t.common.button.copy}
          </Button>
        </span>
        <LinkButton
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          rel="external noreferrer"
          look="secondary"
          icon="share"
          small
        >
          {t.actors.share.send}
        </LinkButton>
      </div>
    </Section>
  )
}
