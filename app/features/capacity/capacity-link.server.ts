import type { Viewer } from '#app/domain/access/viewer.ts'
import { newSecret, secretHash } from '#app/lib/secret.server.ts'
import type { Db } from '#db/client.ts'
import { answersForPartner } from '#db/queries/accounts.ts'
import { getCapacityLink, getCapacityRequest, insertCapacityLink } from '#db/queries/capacity-requests.ts'
import type { CapacityLinkRow, CapacityRequestRow } from '#db/schema/capacity-request.ts'

/** How long a link is valid, in days; a figure asked for longer ago is asked for anew. */
export const CAPACITY_LINK_DAYS = 30
const DAY_MS = 24 * 3_600_000

/** Makes the secret of a link that confirms the places of one request once. Only its hash is kept. */
export async function handOutCapacityLink(
  trx: Db,
  request: CapacityRequestRow,
  what: { readonly accountId: string; readonly now: string },
): Promise<string> {
  const secret = newSecret()
  await insertCapacityLink(trx, {
    token_hash: secretHash(secret),
    request_id: request.id,
    account_id: what.accountId,
    created_at: what.now,
    expires_at: new Date(Date.parse(what.now) + CAPACITY_LINK_DAYS * DAY_MS).toISOString(),
    used_at: null,
  })
  return secret
}

/**
 * Why a link confirms nothing: there is none, its time is over, the places were confirmed already, or the account it was
 * sent to answers for the partner no longer.
 */
export type DeadCapacityLink = 'unknown' | 'expired' | 'answered' | 'revoked'

export type CapacityLookUp =
  | { readonly ok: true; readonly link: CapacityLinkRow; readonly request: CapacityRequestRow }
  | { readonly ok: false; readonly why: DeadCapacityLink }

/** What a link opens. Reading changes nothing: letters are opened by scanners before people. */
export async function lookUpCapacityLink(db: Db, secret: string, now: string): Promise<CapacityLookUp> {
  const link = await getCapacityLink(db, secretHash(secret))
  const request = link && (await getCapacityRequest(db, link.request_id))
  if (!link || !request) return { ok: false, why: 'unknown' }
  if (link.used_at !== null || request.answered_at !== null) return { ok: false, why: 'answered' }
  if (link.expires_at <= now) return { ok: false, why: 'expired' }
  if (link.account_id !== null && !(await answersForPartner(db, link.account_id, request.partner_id)))
    return { ok: false, why: 'revoked' }
  return { ok: true, link, request }
}

/** Whoever holds the link of a letter acts for the partner in this one request. */
export function capacityLinkHolder(link: CapacityLinkRow, request: CapacityRequestRow): Viewer {
  return { accountId: link.account_id, role: 'partner', scope: { reach: 'partner', partnerId: request.partner_id } }
}
