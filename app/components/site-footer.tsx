import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { Tag } from './tag.tsx'

/** The foot of every page: what demo data is, and the attributions the licences ask for. */
export function SiteFooter() {
  const t = useMessages()
  return (
    <footer className="border-t border-line bg-sunken text-sm">
      <div className="mx-auto grid max-w-page gap-6 px-4 py-8 sm:px-6 md:grid-cols-[1fr_2fr] md:gap-12">
        <div>
          <p className="font-semibold">{t.common.product}</p>
          <p className="text-muted">{t.common.tagline}</p>
          <p className="mt-4 flex items-start gap-2 text-muted">
            <Tag tone="plain">{t.common.demoMark}</Tag>
            <span>{t.common.footer.demo}</span>
          </p>
        </div>
        <div className="text-muted">
          <p className="font-semibold text-ink">{t.common.footer.sources}</p>
          <ul className="mt-1 space-y-1">
            <li>{t.common.footer.boundaries}</li>
            <li>{t.common.footer.places}</li>
            <li>{t.common.footer.codes}</li>
          </ul>
          <p className="mt-3">
            <a href={paths.about()}>{t.common.footer.more}</a>
          </p>
        </div>
      </div>
    </footer>
  )
}
