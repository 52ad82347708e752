import { PageHeader } from '#app/components/page-header.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { OfferSection } from './offer-section.tsx'
import type { PartnerPage } from './partner-page.server.ts'
import { PartnerSources } from './partner-sources.tsx'
import { hostOf, isWebAddress } from './web-address.ts'

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
      <PartnerSources partner={partner} />
    </aside>
  )
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
