import type { FormError } from '#app/components/error-summary.tsx'
import { holdsPersonalNumber } from '#app/domain/privacy/personal-number.ts'
import { isDay } from '#app/domain/values/day.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand, demandRegency } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, notFound } from '#app/lib/responses.server.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { deleteDistrictTeam, getDistrictTeam, putDistrictTeam } from '#db/queries/district-teams.ts'
import { getRegion } from '#db/queries/regions.ts'
import { DECREE_LIMIT, TEAM_FIELDS } from './team-fields.ts'

export interface TeamRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type TeamResult = { readonly next: string } | { readonly refusal: TeamRefusal }

export type TeamContext = Pick<RequestContext, 'db' | 'viewer' | 'locale' | 'today' | 'now'>

/**
 * Records the decision that names the team of a kabupaten or kota (`catat`), or takes the record away (`hapus`).
 * @throws Response 401, 403; 404 outside the viewer's area; 400 for a form that is none of ours.
 */
export async function actOnTeam(context: TeamContext, regency: string, form: FormData): Promise<TeamResult> {
  const { db, viewer, locale, today, now } = context
  demand(viewer, 'readiness:record')
  demandRegency(viewer, regency)
  if ((await getRegion(db, regency))?.level !== 'regency') throw notFound()
  const intent = form.get('intent')
  if (intent !== 'catat' && intent !== 'hapus') throw badRequest()
  const t = messagesFor(locale).readiness.team
  const typed = Object.fromEntries(
    Object.values(TEAM_FIELDS).map((name) => [name, String(form.get(name) ?? '').trim()]),
  )
  const decree = typed[TEAM_FIELDS.decree]!
  const namedOn = typed[TEAM_FIELDS.namedOn]!
  const errors: FormError[] = []
  const refuse = (field: string, message: string): void => {
    errors.push({ field, message })
  }
  if (intent === 'catat') {
    if (decree === '') refuse(TEAM_FIELDS.decree, t.decreeMissing)
    else if (decree.length > DECREE_LIMIT) refuse(TEAM_FIELDS.decree, t.decreeLong(String(DECREE_LIMIT)))
    else if (holdsPersonalNumber(decree)) refuse(TEAM_FIELDS.decree, t.decreeNumber)
    if (!isDay(namedOn)) refuse(TEAM_FIELDS.namedOn, t.dayProblem)
    else if (namedOn > today) refuse(TEAM_FIELDS.namedOn, t.dayAhead)
    if (errors.length > 0) return { refusal: { errors, typed } }
  }
  const changed = await db.transaction().execute(async (trx) => {
    const before = await getDistrictTeam(trx, regency)
    if ((before?.recorded_at ?? '') !== typed[TEAM_FIELDS.seen]) return false
    if (intent === 'catat')
      await putDistrictTeam(trx, {
        regency_code: regency,
        decree,
        named_on: namedOn,
        recorded_by: viewer.accountId,
        recorded_at: now,
      })
    else await deleteDistrictTeam(trx, regency)
    await appendAudit(trx, viewer, {
      at: now,
      action: 'region:team',
      subject: { type: 'region', id: regency },
      because: 'administration',
      detail: { step: intent === 'catat' ? 'record' : 'remove' },
    })
    return true
  })
  if (!changed) return { refusal: { errors: [{ field: TEAM_FIELDS.decree, message: t.conflict }], typed } }
  return { next: `${paths.readiness({ wilayah: regency })}#tim` }
}
