import type { FormError } from '#app/components/error-summary.tsx'
import { arePlaces, confirmPlacesWithin, type Places } from '#app/features/proposals/confirm-offer.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { secretHash } from '#app/lib/secret.server.ts'
import { claimCapacityLink, getCapacityLink, getCapacityRequest } from '#db/queries/capacity-requests.ts'
import { getOffer } from '#db/queries/offers.ts'
import type { CapacityRequestRow } from '#db/schema/capacity-request.ts'
import { capacityLinkHolder, type DeadCapacityLink, lookUpCapacityLink } from './capacity-link.server.ts'

export type CapacityPage =
  | {
      readonly kind: 'open'
      readonly partner: string
      readonly offer: string
      readonly reason: CapacityRequestRow['reason']
      /** The figure on record, where there is one that can be confirmed as it stands. */
      readonly known: { readonly slots: number; readonly taken: number; readonly asOf: string | null } | null
    }
  | { readonly kind: 'dead'; readonly why: DeadCapacityLink }
  | { readonly kind: 'thanks' }

/** What a link shows. It reads only: a scanner that opens the letter's links confirms nothing. */
export async function loadCapacityPage(
  { db, now }: Pick<RequestContext, 'db' | 'now'>,
  secret: string,
  thanks: boolean,
): Promise<CapacityPage> {
  const found = await lookUpCapacityLink(db, secret, now)
  if (!found.ok) return found.why === 'answered' && thanks ? { kind: 'thanks' } : { kind: 'dead', why: found.why }
  const offer = await getOffer(db, found.request.offer_id)
  if (!offer) return { kind: 'dead', why: 'unknown' }
  const { slots, taken, asOf } = offer.capacity
  const { reason } = found.request
  return {
    kind: 'open',
    partner: offer.partnerName,
    offer: offer.name,
    reason,
    known: slots === null || reason === 'unit' ? null : { slots, taken, asOf },
  }
}

export type CapacityResult = { readonly next: string } | { readonly errors: readonly FormError[] }

/** The places a form states, or null for numbers that cannot be. @throws Response 400 for a form that is none of ours. */
function placesOf(form: FormData, page: Extract<CapacityPage, { kind: 'open' }>): Places | null {
  const whole = (name: string) => {
    const text = String(form.get(name) ?? '').trim()
    return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  }
  const intent = form.get('intent')
  if (intent === 'same' && page.known) return 'same'
  if (intent === 'none') return { slots: page.known?.slots ?? 0, taken: page.known?.slots ?? 0, unit: 'actor' }
  if (intent !== 'places') throw badRequest()
  const [slots, taken] = [whole('jumlah'), form.get('terisi') === '' ? 0 : whole('terisi')]
  return arePlaces(slots, taken) ? { slots, taken, unit: 'actor' } : null
}

/** Confirms the places by link: the link is used up with the answer, in one transaction. @throws Response 400. */
export async function actOnCapacity(context: RequestContext, secret: string, form: FormData): Promise<CapacityResult> {
  const { db, now, today, locale } = context
  const here = paths.confirmCapacity(secret)
  const page = await loadCapacityPage(context, secret, false)
  if (page.kind !== 'open') return { next: here }
  const places = placesOf(form, page)
  if (places === null) return { errors: [{ field: 'jumlah', message: messagesFor(locale).desk.capacity.problem }] }
  await db.transaction().execute(async (trx) => {
    // why: claiming writes first, so that of two who press at once only one confirms
    if (!(await claimCapacityLink(trx, secretHash(secret), now))) return
    const link = (await getCapacityLink(trx, secretHash(secret)))!
    const request = (await getCapacityRequest(trx, link.request_id))!
    if (request.answered_at !== null) return
    const viewer = capacityLinkHolder(link, request)
    await confirmPlacesWithin(trx, { db, now, today, viewer, via: 'link' }, request.offer_id, places)
  })
  return { next: `${here}?terima-kasih` }
}
