import { LinkButton } from '#app/components/button.tsx'
import type { NearGroup, ProposedGroup } from '#app/domain/board/types.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'

/** Most members a proposal takes. */
const MOST_PROPOSED = 50

/** Complete groups, village by village, with the codes of at most `membersShown` members. */
export function GroupList(props: {
  groups: readonly ProposedGroup[]
  membersShown?: number
  /** Draws a way to propose each group. */
  mayPropose?: boolean
}) {
  const { groups, membersShown } = props
  const p = useMessages().proposals
  const t = useMessages().board.groups
  const f = useFormat()
  return (
    <ul className="space-y-2">
      {groups.map((group, at) => {
        const shown = group.members.slice(0, membersShown)
        const rest = group.members.length - shown.length
        return (
          <li key={group.members[0] ?? at}>
            <p>
              <span className="font-semibold">{group.village ?? t.someVillage}</span>,{' '}
              {t.members(f.number(group.members.length))}
            </p>
            <ul className="tabular flex flex-wrap gap-x-3 text-sm">
              {shown.map((id) => (
                <li key={id}>
                  <a href={paths.actor(id)} className="inline-flex min-h-6 items-center">
                    {actorCode(id)}
                  </a>
                </li>
              ))}
              {rest > 0 && (
                <li className="inline-flex min-h-6 items-center text-muted">{t.moreMembers(f.number(rest))}</li>
              )}
            </ul>
            {props.mayPropose && group.members.length <= MOST_PROPOSED && (
              <LinkButton
                href={paths.newProposal({ penawaran: group.offerId, kelompok: 1, pelaku: group.members.join(',') })}
                look="secondary"
                small
              >
                {p.proposeGroup}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Villages where some are still missing. */
export function NearGroupList({ groups }: { groups: readonly NearGroup[] }) {
  const t = useMessages().board.groups
  const f = useFormat()
  return (
    <ul className="tabular space-y-1">
      {groups.map((group, at) => (
        <li key={at}>
          {t.lacking(
            f.number(group.lacking),
            group.village ?? t.inSomeVillage,
            f.number(group.have),
            f.number(group.minimum),
          )}
        </li>
      ))}
    </ul>
  )
}
