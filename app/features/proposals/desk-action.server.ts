import type { FormError } from '#app/components/error-summary.tsx'
import { RESPONSE_DAYS } from '#app/domain/loop/clocks.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest, forbidden } from '#app/lib/responses.server.ts'
import { putResponseDays } from '#db/queries/loop-preferences.ts'
import { arePlaces, confirmPlaces, confirmRules } from './confirm-offer.server.ts'
import type { LoopContext } from './loop-context.server.ts'
import { askDistrict, askForCards } from './partner-requests.server.ts'
import { typedTexts } from './read-step.ts'
import { refusalSentence } from './refusal-sentence.server.ts'
import { takeStep, WORDS_LIMIT } from './take-step.server.ts'

/** What was wrong, with what was typed. */
export interface DeskRefusal {
  readonly errors: readonly FormError[]
  readonly typed: Readonly<Record<string, string>>
}

export type DeskResult = { readonly next: string } | { readonly refusal: DeskRefusal }

const MOST_ASKED = 10_000

/** Carries out a form of the desk. @throws Response 400 for a form that is none of ours; 401, 403, 404. */
export async function actOnDesk(context: RequestContext, form: FormData): Promise<DeskResult> {
  const { db, viewer, now, locale, today } = context
  demand(viewer, 'proposals:answer')
  if (viewer.scope.reach !== 'partner') throw forbidden()
  const { partnerId } = viewer.scope
  const loop: LoopContext = { ...context, via: 'page' }
  const t = messagesFor(locale).desk
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const whole = (name: string) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : Number.NaN)
  const offerId = text('penawaran')
  const back = { next: `${paths.desk()}#tempat` }
  const refuse = (errors: readonly FormError[]): DeskResult => ({ refusal: { errors, typed: typedTexts(form) } })
  switch (form.get('intent')) {
    case 'accept': {
      const id = text('usulan')
      const result = await takeStep(loop, id, { step: 'accept' })
      if (result.ok) return { next: `${paths.desk()}#kotak-masuk` }
      return refuse([{ field: `usulan-${id}`, message: await refusalSentence(context, result.refused) }])
    }
    case 'ask_cards': {
      const cards = form.getAll('kartu').filter((value): value is string => typeof value === 'string')
      const note = text('pesan').slice(0, WORDS_LIMIT) || null
      const asked = cards.length === 0 ? 0 : await askForCards({ ...context, via: 'page' }, { offerId, cards, note })
      if (asked === 0) return refuse([{ field: `calon-${offerId}`, message: t.shortlist.problem }])
      return { next: `${paths.desk()}#permintaan` }
    }
    case 'same':
      await confirmPlaces(loop, offerId, 'same')
      return back
    case 'places': {
      const [slots, taken] = [whole('jumlah'), whole('terisi')]
      if (!arePlaces(slots, taken)) return refuse([{ field: `jumlah-${offerId}`, message: t.capacity.problem }])
      const unit = form.get('satuan') === 'actor' ? ({ unit: 'actor' } as const) : {}
      await confirmPlaces(loop, offerId, { slots, taken, ...unit })
      return back
    }
    case 'rules':
      await confirmRules(loop, offerId)
      return back
    case 'days': {
      const days = whole('hari')
      if (!(days >= RESPONSE_DAYS.min && days <= RESPONSE_DAYS.max))
        return refuse([{ field: 'hari', message: t.preferences.problem }])
      const by = { accountId: viewer.accountId, at: now }
      await db.transaction().execute((trx) => putResponseDays(trx, partnerId, days, by))
      return { next: `${paths.desk()}#waktu` }
    }
    case 'ask': {
      const world = await matchWorld(db, today)
      const regency = text('kabkota')
      const places = text('banyak') === '' ? null : whole('banyak')
      const errors: FormError[] = []
      if (world.offerById.get(offerId)?.partnerId !== partnerId)
        errors.push({ field: 'penawaran', message: t.ask.chooseOffer })
      else if (world.regionByCode.get(regency)?.level !== 'regency')
        errors.push({ field: 'kabkota', message: t.ask.chooseRegency })
      if (places !== null && !(places >= 1 && places <= MOST_ASKED))
        errors.push({ field: 'banyak', message: t.ask.placesProblem })
      if (errors.length > 0) return refuse(errors)
      await askDistrict(loop, { offerId, regency, places, note: text('pesan').slice(0, WORDS_LIMIT) || null })
      return { next: `${paths.desk()}#permintaan` }
    }
    default:
      throw badRequest()
  }
}
