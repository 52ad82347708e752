import { Button } from '#app/components/button.tsx'
import type { ExtensionPart } from '#app/domain/gaps/count-extensions.ts'
import { gapOf } from '#app/domain/gaps/count-gaps.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import type { ExtensionLine, GapTaskLine } from './follow-up.server.ts'
import type { GapPage } from './gap-page.server.ts'

/** What an offer would be extended to, in words: a region, a cluster, a sector. */
export function useExtensionTarget(): (
  parts: readonly ExtensionPart[],
  gap: { readonly place: string; readonly cluster: string | null; readonly sector: string | null },
) => string {
  const locale = useLocale()
  const f = useFormat()
  return (parts, { place, cluster, sector }) =>
    f.list(
      parts.map((part) =>
        part === 'region'
          ? place
          : part === 'cluster'
            ? termLabel(locale, 'cluster', cluster!)
            : termLabel(locale, 'sector', sector!),
      ),
    )
}

/** The tasks of the gap of one need, and the ways to open one. */
export function FollowUpSection({ page }: { page: GapPage }) {
  const t = useMessages().gaps.followUp
  const locale = useLocale()
  const { followUp, query } = page
  if (!followUp) {
    return page.tasksHref && page.needs.length > 0 && query.need === null ? (
      <p className="mt-3 max-w-prose text-muted">{t.chooseNeed}</p>
    ) : null
  }
  const { tasks, mayRecruit, extensions } = followUp
  return (
    <section aria-labelledby="tindak-lanjut" className="mt-10 max-w-3xl">
      <h2 id="tindak-lanjut" className="text-xl">
        {t.title(termLabel(locale, 'need', query.need!))}
      </h2>
      <p className="mt-2 text-muted">{gapOf(page.total) === 0 ? t.noGap : t.intro}</p>
      {tasks.length > 0 && (
        <ul className="mt-4 space-y-2">
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      )}
      {mayRecruit && (
        <OpenTask page={page} offer={null}>
          {t.recruit}
        </OpenTask>
      )}
      {extensions.length > 0 && (
        <>
          <h3 className="mt-6 text-lg">{t.extensions}</h3>
          <p className="mt-1 text-sm text-muted">{t.extensionSource(page.policy)}</p>
          <ul className="mt-3 space-y-3">
            {extensions.map((one) => (
              <ExtensionItem key={one.offer} page={page} one={one} />
            ))}
          </ul>
        </>
      )}
      {extensions.length === 0 && mayRecruit && <p className="mt-4 text-muted">{t.noExtension}</p>}
    </section>
  )
}

function TaskLine({ task }: { task: GapTaskLine }) {
  const t = useMessages().gaps.followUp
  const f = useFormat()
  const what = task.offer === null ? t.recruitTask : t.extendTask(task.partner!, task.offer)
  return (
    <li className="rounded-lg border border-line bg-surface p-3">
      <a href={task.href} className="font-semibold">
        {what}
      </a>{' '}
      <span className="text-muted">
        {task.closed
          ? t.closedBy(task.closed.partner, task.closed.offer, f.instant(task.closed.at), f.number(task.closed.actors))
          : task.goneAt
            ? t.gone(f.instant(task.goneAt))
            : t.openSince(f.day(task.openedOn))}
      </span>
    </li>
  )
}

function ExtensionItem({ page, one }: { page: GapPage; one: ExtensionLine }) {
  const t = useMessages().gaps.followUp
  const country = useMessages().gaps.country
  const f = useFormat()
  const target = useExtensionTarget()(one.parts, {
    place: page.region?.name ?? country,
    cluster: page.query.cluster,
    sector: page.query.sector,
  })
  const { left, asOf } = one.places ?? { left: null, asOf: null }
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <p className="font-semibold">
        {one.areaUnknown ? t.askArea(one.partner, one.offerName, target) : t.extend(one.partner, one.offerName, target)}
      </p>
      <p className="mt-1">{t.wouldCover(f.number(one.needs), f.number(one.actors), f.number(one.ofNeed))}</p>
      <p className="mt-1 text-sm text-muted">
        {left === null
          ? t.noPlacesStated
          : asOf === null
            ? t.placesUndated(f.number(left))
            : t.places(f.number(left), f.day(asOf))}
      </p>
      <OpenTask page={page} offer={one.offer}>
        {t.open}
      </OpenTask>
    </li>
  )
}

function OpenTask({ page, offer, children }: { page: GapPage; offer: string | null; children: string }) {
  const { region, cluster, sector, need } = page.query
  const hidden = { wilayah: region, kluster: cluster, sektor: sector, kebutuhan: need, penawaran: offer }
  return (
    <form method="post" action={paths.tasks()} className="no-print mt-3">
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button small={offer !== null} look={offer === null ? 'primary' : 'secondary'} name="intent" value="open">
        {children}
      </Button>
    </form>
  )
}
