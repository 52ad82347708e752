import { can } from '#app/domain/access/permissions.ts'
import type { ConsentField } from '#app/domain/consent/receipt.ts'
import type { ProposalState } from '#app/domain/loop/states.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { spokenPhone } from '#app/domain/values/phone.ts'
import { openHerPhone } from '#app/features/contacts/her-phone.server.ts'
import { partnerCheckTexts } from '#app/features/matches/match-view.ts'
import { getActorIdentity } from '#db/queries/actor-identity.ts'
import { getActor } from '#db/queries/actors.ts'
import type { ProposalActorRow, ProposalRow } from '#db/schema/proposal.ts'
import { linesOf, needTexts, type PaperActor, silentActor } from './paper-actor.ts'
import type { ProposalContext, ProposalInView } from './proposal-in-view.server.ts'
import { type ActorReading, tellsSales } from './record-proposal-reading.server.ts'

export interface ProposedActor extends PaperActor {
  /** Null for partners, after an erasure, and where withheld. */
  readonly id: string | null
  /** The code the partner and its papers know her by, for who knows her by another. */
  readonly partnerCode: string | null
  /** A link to her profile, where the viewer may read it. */
  readonly mayOpen: boolean
  /** Who she is, as far as she allows this viewer to know. */
  readonly identity: {
    readonly name: string | null
    readonly business: string | null
    readonly village: string | null
    /** For the partner she allows it, inside the referral; her district asks for it on her own page. */
    readonly phone: string | null
  } | null
  readonly outcome: 'helped' | 'not_helped' | null
  readonly outcomeReason: ProposalRow['end_reason']
  readonly outcomeText: string | null
}

/** States in which a partner may know who she is: inside the referral alone. */
const REFERRED: readonly ProposalState[] = ['referred', 'in_progress', 'helped', 'not_helped']

/** One actor as the viewer may see her, and what is thereby read of her; null where nothing is. */
export async function proposedActor(
  context: ProposalContext,
  view: ProposalInView,
  row: ProposalActorRow,
): Promise<{ readonly actor: ProposedActor; readonly reading: ActorReading | null }> {
  const { viewer, locale } = context
  const { actor_id: id, outcome, outcome_reason: outcomeReason, outcome_text: outcomeText } = row
  const nobody = { id: null, partnerCode: null, mayOpen: false, identity: null }
  if (id === null || !view.sight.known.has(id)) {
    const silent = silentActor(row, id !== null)
    const ended =
      id === null ? { outcome, outcomeReason, outcomeText } : { outcome, outcomeReason: null, outcomeText: null }
    return { actor: { ...silent, ...nobody, ...ended }, reading: null }
  }
  const match = view.matchOf(row)
  const identity = await identityOf(context, view, row, id)
  const fields = view.fields.get(id)
  const isPartner = viewer.role === 'partner'
  const readsSales = tellsSales(match) && (!isPartner || fields?.includes('sales_band'))
  const reading: ActorReading = {
    actorId: id,
    identity: identity?.read ?? [],
    sensitive: [
      ...(readsSales ? (['sales_band'] as const) : []),
      ...(identity?.readsPhone ? (['phone'] as const) : []),
    ],
  }
  const common = { identity: identity?.shown ?? null, outcome, outcomeReason, outcomeText }
  const onPaper = view.paper.actors.find((one) => one.position === row.position)!
  if (isPartner) return { actor: { ...onPaper, ...nobody, ...common }, reading }
  return {
    actor: {
      position: row.position,
      withheld: false,
      left: row.left_on !== null,
      id,
      code: actorCode(id),
      partnerCode: fields ? view.codeForPartner(id) : null,
      mayOpen: can(viewer, 'actors:read'),
      needs: needTexts(locale, row),
      lines: linesOf({ locale, region: view.world.regionName }, match),
      leftOut: false,
      partnerChecks: partnerCheckTexts(locale, match?.trace ?? []),
      ...common,
    },
    reading,
  }
}

interface KnownIdentity {
  readonly shown: NonNullable<ProposedActor['identity']>
  readonly read: readonly ConsentField[]
  readonly readsPhone: boolean
}

async function identityOf(
  { db, viewer }: ProposalContext,
  { row: proposal, fields }: ProposalInView,
  row: ProposalActorRow,
  actorId: string,
): Promise<KnownIdentity | null> {
  const isPartner = viewer.role === 'partner'
  const allowed = fields.get(actorId) ?? []
  if (isPartner && row.left_on !== null) return null
  if (isPartner ? !REFERRED.includes(proposal.state) || !allowed.includes('name') : !can(viewer, 'actors:identity'))
    return null
  const identity = await getActorIdentity(db, actorId)
  if (!identity) return null
  const may = (field: ConsentField) => !isPartner || allowed.includes(field)
  const business = may('business_name') ? identity.businessName : null
  const village = may('village') ? ((await getActor(db, actorId))?.village ?? null) : null
  const opened = isPartner && may('phone') ? await openHerPhone(db, actorId) : null
  const named = [
    ['name', identity.name],
    ['business_name', business],
    ['village', village],
  ] as const
  return {
    shown: {
      name: identity.name,
      business,
      village,
      phone: opened && 'phone' in opened ? spokenPhone(opened.phone) : null,
    },
    read: named.flatMap(([field, value]) => (value === null ? [] : [field])),
    readsPhone: opened !== null,
  }
}
