import { PageHeader } from '#app/components/page-header.tsx'
import { ConfidenceMark } from '#app/components/tag.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { OfferSection } from './offer-section.tsx'
import type { PartnerPage } from './partner-page.server.ts'

/** A partner's profile: who it is, what it offers under which conditions, and where that is known from. */
export function PartnerView({ page }: { page: PartnerPage }) {
  const t = useMessages().partners.profile
  const f = useFormat()
  const locale = useLocale()
  const { partner } = page
  const aliases = partner.aliases.filter((alias) => alias !== partner.name)
  return (
    <article>
      <PageHeader
        title={partner.name}
        kicker={t.kicker(termLabel(locale, 'partner_type', partner.type))}
        intro={locale === 'id' ? partner.descriptionId : partner.descriptionEn}
        trail={[{ href: paths.partners(), label: t.back }]}
      />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[1fr_18rem]">
        <section aria-labelledby="penawaran" className="min-w-0">
          <h2 id="penawaran" className="mb-4 text-xl">
            {t.offers(f.number(partner.offers.length))}
          </h2>
          <div className="space-y-4">
            {partner.offers.map((offer) => (
              <OfferSection key={offer.id} offer={offer} regionNames={page.regionNames} />
            ))}
          </div>
        </section>
        <PartnerAside page={page} aliases={aliases} />
      </div>
    </article>
  )
}

function PartnerAside({ page, aliases }: { page: PartnerPage; aliases: readonly string[] }) {
  const t = useMessages().partners.profile
  const f = useFormat()
  const { partner } = page
  return (
    <aside className="min-w-0 space-y-6">
      {aliases.length > 0 && <p>{t.aliases(f.list(aliases))}</p>}
      <Website url={partner.website} status={partner.websiteStatus} />
      <section aria-labelledby="sumber">
        <h2 id="sumber" className="text-lg">
          {t.sources}
        </h2>
        <p className="mt-1 text-sm text-muted">{partner.asOf ? t.asOf(asOfWords(partner.asOf, f)) : t.asOfUnknown}</p>
        <p className="mt-1">
          <ConfidenceMark level={partner.confidence} />
        </p>
        {partner.sources.length === 0 ? (
          <p className="mt-2">{t.noSources}</p>
        ) : (
          <ul className="mt-2 space-y-1.5">
            {partner.sources.map((source) => (
              <li key={source} className="[overflow-wrap:anywhere]">
                <SourceAddress url={source} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  )
}

/** Sources may give two dates ("2017/2023"). */
function asOfWords(asOf: string, f: { day(text: string): string }): string {
  return asOf.split('/').map(f.day).join(' / ')
}

function Website({ url, status }: { url: string | null; status: string | null }) {
  const t = useMessages().partners.profile
  const words = status ? (t.websiteStatus[status] ?? status) : null
  return (
    <section aria-labelledby="situs">
      <h2 id="situs" className="text-lg">
        {t.website}
      </h2>
      {isWebAddress(url) ? (
        <p className="mt-1 [overflow-wrap:anywhere]">
          <a href={url} rel="external nofollow">
            {hostOf(url)}
          </a>
        </p>
      ) : (
        <p className="mt-1">{t.noWebsite}</p>
      )}
      {words && <p className="text-sm text-muted">{words}</p>}
    </section>
  )
}

function SourceAddress({ url }: { url: string }) {
  if (!isWebAddress(url)) return <span className="text-sm">{url}</span>
  const { pathname } = new URL(url)
  const page = decodeURI(pathname)
    .split('/')
    .findLast((part) => part !== '')
  return (
    <a href={url} rel="external nofollow" className="text-sm">
      {hostOf(url)}
      {page && <span className="block truncate text-muted">{page}</span>}
    </a>
  )
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url) && URL.canParse(url)
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
