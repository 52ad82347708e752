import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/components/icon.tsx'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { concernQuery, filterQuery } from './board-query.ts'
import { unlockSentence } from './change-words.ts'

/** The strongest change, question and group of the board, side by side: what to do first. */
export function NextSteps({ page }: { page: BoardPage }) {
  const t = useMessages()
  const f = useFormat()
  const locale = useLocale()
  const { board, offers } = page
  const query = filterQuery(page.filter)
  const unlock = board.unlocks[0]
  const question = board.questions[0]
  const { largest, nearest } = page.groups
  if (!unlock && !question && !largest && !nearest) return null
  const see = (count: number) => t.board.steps.see(f.number(count))
  const offerName = (id: string): string => offers[id]!.name
  return (
    <section
      aria-labelledby="langkah"
      className="mb-6 rounded-lg border border-transparent bg-accent-soft p-4 sm:p-6 print:border-edge print:p-3"
    >
      <h2 id="langkah" className="text-lg">
        {t.board.steps.title}
      </h2>
      <ol className="mt-3 grid gap-x-8 gap-y-5 md:grid-cols-3">
        {unlock && (
          <Step
            icon="plus"
            kind={t.board.steps.complete}
            text={unlockSentence(
              locale,
              unlock,
              unlock.offers.map((id) => offers[id]!),
            )}
            href={paths.boardActors(page.region.code, { ...concernQuery({ change: unlock }), ...query })}
            link={see(unlock.actors)}
          />
        )}
        {question && (
          <Step
            icon="question"
            kind={t.board.steps.ask}
            text={
              <>
                <strong className="font-semibold">{shortQuestion(t.match.question[question.fact])}</strong>{' '}
                {t.board.steps.question(f.number(question.settles), f.number(question.actors))}
              </>
            }
            href={paths.boardActors(page.region.code, { ...concernQuery({ ask: question.fact }), ...query })}
            link={see(question.actors)}
          />
        )}
        {(largest || nearest) && (
          <Step
            icon="people"
            kind={t.board.steps.gather}
            text={
              largest
                ? t.board.groups.ready(
                    f.number(largest.members.length),
                    largest.village ?? t.board.groups.inSomeVillage,
                    offerName(largest.offerId),
                  )
                : t.board.groups.almost(
                    f.number(nearest!.lacking),
                    nearest!.village ?? t.board.groups.inSomeVillage,
                    offerName(nearest!.offerId),
                  )
            }
            href="#kelompok"
            link={t.board.steps.seeGroups}
          />
        )}
      </ol>
    </section>
  )
}

/** The question without the hint on how to answer it. */
function shortQuestion(text: string): string {
  return /^[^?]*\?/.exec(text)?.[0] ?? text
}

function Step(props: { icon: IconName; kind: string; text: ReactNode; href: string; link: string }) {
  return (
    <li className="flex gap-3">
      <span className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
        <Icon name={props.icon} className="size-4.5" />
      </span>
      <div className="min-w-0">
        <p className="text-sm font-semibold text-accent">{props.kind}</p>
        <p>{props.text}</p>
        <a href={props.href} className="no-print inline-flex min-h-9 items-center">
          {props.link}
        </a>
      </div>
    </li>
  )
}
