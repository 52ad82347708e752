import { readHerPhone } from '#app/features/contacts/her-phone.server.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demandActor } from '#app/lib/reached-actor.server.ts'
import { recordRead } from '#db/queries/audit.ts'
import { countErasures } from '#db/queries/erasures.ts'
import { type KnownAbout, knownAbout } from './known-about.server.ts'

export interface RightsPage {
  readonly known: KnownAbout
  /** How many were erased in her kabupaten or kota; counts of the past still hold them. */
  readonly erasedHere: number
  readonly done: 'corrected' | 'objected' | 'allowed' | null
}

type Context = Pick<RequestContext, 'db' | 'viewer' | 'today' | 'now'>

const DONE = { dibetulkan: 'corrected', keberatan: 'objected', diizinkan: 'allowed' } as const

async function take(context: Context, actorId: string, format: 'page' | 'json'): Promise<KnownAbout> {
  const { db, viewer, today, now } = context
  const actor = await demandActor(db, viewer, 'rights:serve', actorId)
  await recordRead(db, viewer, {
    at: now,
    action: 'actor:take-out',
    subject: { type: 'actor', id: actorId },
    because: 'her_request',
    detail: { format },
  })
  return knownAbout(db, actor, today)
}

/** All that is known about her, for her district to hand her. @throws Response 401, 403 or 404. */
export async function loadRightsPage(context: Context, actorId: string, address: URLSearchParams): Promise<RightsPage> {
  const done = DONE[address.get('sudah') as keyof typeof DONE] ?? null
  const known = await take(context, actorId, 'page')
  return { known, erasedHere: await countErasures(context.db, known.regencyCode), done }
}

/** The same as JSON, under a name that says only her code. */
export async function rightsFile(context: Context, actorId: string): Promise<Response> {
  const known = await take(context, actorId, 'json')
  const opened = await readHerPhone(context.db, actorId, {
    by: context.viewer,
    at: context.now,
    because: 'her_request',
  })
  const phone = opened && 'phone' in opened ? opened.phone : null
  return new Response(`${JSON.stringify({ ...known, phone }, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="data-${known.code}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
