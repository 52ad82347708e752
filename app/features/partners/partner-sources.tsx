import { ConfidenceMark } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { Partner } from '#db/queries/partners.ts'
import { hostOf, isWebAddress } from './web-address.ts'

/** Where what is said of a partner and its offers is known from, up to when, and how surely. */
export function PartnerSources({ partner }: { partner: Pick<Partner, 'asOf' | 'confidence' | 'sources'> }) {
  const t = useMessages().partners.profile
  const f = useFormat()
  return (
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
  )
}

/** Sources may give two dates ("2017/2023"). */
function asOfWords(asOf: string, f: { day(text: string): string }): string {
  return asOf.split('/').map(f.day).join(' / ')
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
