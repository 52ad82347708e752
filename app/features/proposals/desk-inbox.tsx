import { Button, LinkButton } from '#app/components/button.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { Inbox, InboxLine } from './desk-inbox.server.ts'
import type { DeskFields } from './desk-view.tsx'
import { Due } from './proposal-list-view.tsx'
import { TAB_WORDS } from './tabs.ts'

/** The proposals that wait, the most urgent first, each answered with one press. */
export function DeskInbox({ inbox, fields }: { inbox: Inbox; fields: DeskFields }) {
  const t = useMessages().desk.inbox
  const f = useFormat()
  if (inbox.total === 0) return <p className="text-muted">{t.none}</p>
  return (
    <>
      <ul className="space-y-3">
        {inbox.lines.map((line) => (
          <li key={line.id} className="rounded-lg border border-line bg-surface p-4 sm:p-5">
            <Waiting line={line} error={fields.error(`usulan-${line.id}`).error} />
          </li>
        ))}
      </ul>
      {inbox.total > inbox.lines.length && (
        <p className="mt-4">
          <a href={paths.proposals({ kelompok: TAB_WORDS.mine })}>{t.all(f.number(inbox.total))}</a>
        </p>
      )}
    </>
  )
}

function Waiting({ line, error }: { line: InboxLine; error: string | undefined }) {
  const t = useMessages()
  const d = t.desk.inbox
  const f = useFormat()
  const who = line.isGroup ? t.proposals.group(f.number(line.actors)) : t.proposals.actors(f.number(line.actors))
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 id={`usulan-${line.id}`} tabIndex={-1} className="min-w-0 text-lg">
          <a href={paths.proposal(line.id)}>{line.offerName}</a>
        </h3>
        {line.isDemo && <DemoTag />}
      </div>
      {error && <p className="font-semibold text-brick">{error}</p>}
      <p>{d.who(who, line.regencyName)}</p>
      <p className="text-sm">
        {t.proposals.page.due}: <Due dueOn={line.dueOn} daysLeft={line.daysLeft} />
      </p>
      <p className="mt-1 text-sm text-muted">
        {d.checked(f.number(line.checked))} {line.placesLeft !== null && `${d.places(f.number(line.placesLeft))}.`}
      </p>
      {line.partnerChecks.length > 0 && <p className="text-sm text-muted">{d.yours(line.partnerChecks.join('; '))}</p>}
      {line.note && <p className="mt-2 border-s-4 border-line ps-3">{line.note}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {line.confirmPlaces ? (
          <form method="post">
            <input type="hidden" name="penawaran" value={line.offerId} />
            <Button name="intent" value="same">
              {line.placesLeft === null ? t.desk.capacity.same : t.desk.link.confirm(f.number(line.placesLeft))}
            </Button>
          </form>
        ) : (
          <form method="post">
            <input type="hidden" name="usulan" value={line.id} />
            <Button name="intent" value="accept">
              {d.accept}
              <span className="sr-only">: {d.who(line.offerName, line.regencyName)}</span>
            </Button>
          </form>
        )}
        <LinkButton href={`${paths.proposal(line.id)}#langkah`} look="secondary">
          {d.more}
        </LinkButton>
      </div>
    </>
  )
}
