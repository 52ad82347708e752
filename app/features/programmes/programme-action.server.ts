import type { FormError } from '#app/components/error-summary.tsx'
import { PROGRAMME_STEPS, type ProgrammeStep } from '#app/domain/programmes/transitions.ts'
import { resolveRegion } from '#app/domain/regions/resolve-region.ts'
import { provinceOf } from '#app/domain/values/actor.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { planRunner } from '#app/features/plans/plan-runner.server.ts'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { deliverSoon } from '#app/mail/live-mail.server.ts'
import { regionDirectory } from '#db/reference/region-directory.ts'
import { DESK_FIELDS } from './desk-fields.ts'
import { planProgramme, type SetPlaces } from './plan-programme.server.ts'
import { demandDraftable, type ProgrammeContext } from './programme-records.server.ts'
import { PROGRAMME_LENGTHS } from './read-programme-form.ts'
import { recheckUnsent } from './recheck-unsent.server.ts'
import { replicateProgramme } from './replicate-programme.server.ts'
import { sendProgrammeSoon } from './send-programme.server.ts'
import { STEP_WORDS_LIMIT, takeProgrammeStep } from './take-programme-step.server.ts'

/** What was wrong, with what was typed. */
export interface DeskRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type DeskResult = { readonly next: string } | { readonly refusal: DeskRefusal }

const isStep = (text: string): text is ProgrammeStep => (PROGRAMME_STEPS as readonly string[]).includes(text)

/**
 * What a form of a programme's page asks for: a step, a plan, another try, a replication.
 * @throws Response 401, 403, 404; 400 for a form that is none of ours.
 */
export async function actOnProgramme(context: ProgrammeContext, id: string, form: FormData): Promise<DeskResult> {
  demand(context.viewer, 'programmes:read')
  const intent = String(form.get('intent') ?? '')
  const typed: Record<string, string> = {}
  for (const [name, value] of form.entries()) typed[name] = String(value)
  const refuse = (errors: readonly FormError[]): DeskResult => ({ refusal: { errors, typed } })
  if (isStep(intent)) return takeStep(context, id, intent, typed, refuse)
  switch (intent) {
    case 'plan':
      demand(context.viewer, 'plans:write')
      return plan(context, id, typed, refuse)
    case 'cancel_plan': {
      await demandDraftable(context.db, context.viewer, id)
      demand(context.viewer, 'plans:write')
      const runner = planRunner(context.client)
      const live = runner.current()
      if (live?.programmeId === id) runner.cancel(live.id)
      await runner.idle()
      return { next: paths.programme(id) }
    }
    case 'recheck':
      await recheckUnsent(context, id)
      void sendProgrammeSoon(context.client, id).then(deliverSoon)
      return { next: paths.programme(id, { selesai: 'recheck' }) }
    case 'replicate':
      demand(context.viewer, 'programmes:write')
      return replicate(context, id, typed, refuse)
    default:
      throw badRequest()
  }
}

type Typed = Readonly<Record<string, string>>
type Refuse = (errors: readonly FormError[]) => DeskResult

async function takeStep(
  context: ProgrammeContext,
  id: string,
  step: ProgrammeStep,
  typed: Typed,
  refuse: Refuse,
): Promise<DeskResult> {
  const t = messagesFor(context.locale).programmes
  const words = typed[`${DESK_FIELDS.words}_${step}`] ?? ''
  const result = await takeProgrammeStep(context, id, { step, version: Number(typed[DESK_FIELDS.version]), words })
  if (result.ok) {
    if (step === 'publish') void sendProgrammeSoon(context.client, id).then(deliverSoon)
    return { next: paths.programme(id, { selesai: step }) }
  }
  const field = `${DESK_FIELDS.words}_${step}`
  if (result.why === 'stale') return refuse([{ field: 'langkah', message: t.desk.stale }])
  if (result.why === 'long')
    return refuse([{ field, message: t.form.longProblem(formatterFor(context.locale).number(STEP_WORDS_LIMIT)) }])
  return refuse(result.lacks.map((lack) => ({ field: lack === 'words' ? field : 'langkah', message: t.lacks[lack] })))
}

async function plan(context: ProgrammeContext, id: string, typed: Typed, refuse: Refuse): Promise<DeskResult> {
  const t = messagesFor(context.locale).programmes.desk
  const reason = (typed[DESK_FIELDS.reason] ?? '').trim()
  const prefix = `${DESK_FIELDS.places}:`
  const places: Record<string, SetPlaces[string]> = {}
  const errors: FormError[] = []
  for (const [field, value] of Object.entries(typed)) {
    if (!field.startsWith(prefix) || value.trim() === '') continue
    const number = Number(value)
    if (!Number.isInteger(number) || number < 0 || number > 1_000_000) errors.push({ field, message: t.placesProblem })
    else places[field.slice(prefix.length)] = { places: number, reason }
  }
  if (Object.keys(places).length > 0 && (reason === '' || reason.length > PROGRAMME_LENGTHS.words)) {
    const most = formatterFor(context.locale).number(PROGRAMME_LENGTHS.words)
    errors.push({ field: DESK_FIELDS.reason, message: t.reasonProblem(most) })
  }
  if (errors.length > 0) return refuse(errors)
  const started = await planProgramme(context, id, places)
  if (started === 'started') return { next: paths.programme(id) }
  return refuse([{ field: 'perencanaan', message: started === 'busy' ? t.busy : t.nothingToPlan }])
}

async function replicate(context: ProgrammeContext, id: string, typed: Typed, refuse: Refuse): Promise<DeskResult> {
  const t = messagesFor(context.locale).programmes
  const world = await matchWorld(context.db, context.today)
  const title = (typed[DESK_FIELDS.copyTitle] ?? '').trim()
  const errors: FormError[] = []
  if (title === '' || title.length > PROGRAMME_LENGTHS.title)
    errors.push({ field: DESK_FIELDS.copyTitle, message: t.form.titleProblem })
  const regencies = new Set<string>()
  for (const line of (typed[DESK_FIELDS.copyRegions] ?? '').split(/[\n;]/).map((one) => one.trim())) {
    if (line === '') continue
    const code = resolveRegion(line, regionDirectory(), {}).code
    if (code === null) errors.push({ field: DESK_FIELDS.copyRegions, message: t.form.regionProblem(line) })
    else for (const one of world.axes.regencies) if (one === code || provinceOf(one) === code) regencies.add(one)
  }
  if (regencies.size === 0 && errors.length === 0)
    errors.push({ field: DESK_FIELDS.copyRegions, message: t.lacks.regencies })
  if (errors.length > 0) return refuse(errors)
  const copy = await replicateProgramme(context, id, { title, regencies: [...regencies] })
  return { next: paths.programme(copy.id, { selesai: copy.planning ? 'replicate' : 'replicate_unplanned' }) }
}
