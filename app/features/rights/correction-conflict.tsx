import { LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { RightsRefused } from './rights-action.server.ts'

/** Somebody else corrected the same meanwhile: both values, field by field, and the two ways on. */
export function CorrectionConflict(props: { actorId: string; conflict: RightsRefused['conflict'] }) {
  const t = useMessages()
  const words = t.rights.conflict
  return (
    <div id="bentrok" className="mb-6">
      <Notice kind="warning" live title={words.title}>
        <p>{words.text}</p>
        {props.conflict.map(({ field, stored, mine }) => (
          <dl key={field} className="my-3 grid gap-3 sm:grid-cols-2">
            <div className="rounded border border-line bg-surface p-3">
              <dt className="text-sm text-muted">{words.stored(t.rights.fields[field])}</dt>
              <dd className="font-semibold">{stored || t.rights.none}</dd>
            </div>
            <div className="rounded border border-line bg-surface p-3">
              <dt className="text-sm text-muted">{words.mine(t.rights.fields[field])}</dt>
              <dd className="font-semibold">{mine || t.rights.none}</dd>
            </div>
          </dl>
        ))}
        <LinkButton href={paths.actorRights(props.actorId)} look="secondary">
          {words.keepStored}
        </LinkButton>
      </Notice>
    </div>
  )
}
