import { Notice } from '#app/components/notice.tsx'
import { ReasonLine, ReasonList } from '#app/components/reason-line.tsx'
import { Unfold } from '#app/components/unfold.tsx'
import type { Unlock } from '#app/domain/board/types.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { concernQuery, filterQuery } from './board-query.ts'
import { BoardSection } from './board-section.tsx'
import { unlockSentence } from './change-words.ts'

const SHOWN = 6
const MOST_SHOWN = 30
const OFFERS_SHOWN = 8

/** What one change would open, the widest first. */
export function UnlockSection({ page }: { page: BoardPage }) {
  const t = useMessages().board.unlocks
  const f = useFormat()
  const { unlocks } = page.board
  const rest = unlocks.slice(SHOWN, MOST_SHOWN)
  return (
    <BoardSection id="perubahan" title={t.title} intro={unlocks.length > 0 ? t.intro : undefined}>
      {unlocks.length === 0 && <Notice>{t.none}</Notice>}
      <Unlocks page={page} unlocks={unlocks.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <Unfold summary={t.more(f.number(rest.length))}>
          <Unlocks page={page} unlocks={rest} />
        </Unfold>
      )}
    </BoardSection>
  )
}

function Unlocks({ page, unlocks }: { page: BoardPage; unlocks: readonly Unlock[] }) {
  const t = useMessages().board.unlocks
  const f = useFormat()
  const locale = useLocale()
  const query = filterQuery(page.filter)
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {unlocks.map((unlock) => {
        const offers = unlock.offers.map((id) => page.offers[id]!)
        return (
          <li key={JSON.stringify([unlock.fact, unlock.to])} className="rounded-lg border border-line bg-surface p-4">
            <p className="font-semibold">{unlockSentence(locale, unlock, offers)}</p>
            <div className="mt-2">
              <ReasonList label={t.opens}>
                {offers.slice(0, OFFERS_SHOWN).map((offer) => (
                  <ReasonLine
                    key={offer.id}
                    result="pass"
                    text={<a href={paths.offer(offer.id, { wilayah: page.region.code })}>{offer.name}</a>}
                    measure={offer.partnerName}
                  />
                ))}
              </ReasonList>
              {offers.length > OFFERS_SHOWN && (
                <p className="mt-1 text-sm text-muted">{t.moreOffers(f.number(offers.length - OFFERS_SHOWN))}</p>
              )}
            </div>
            <a
              href={paths.boardActors(page.region.code, { ...concernQuery({ change: unlock }), ...query })}
              className="no-print mt-1 inline-flex min-h-11 items-center"
            >
              {t.see(f.number(unlock.actors))}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
