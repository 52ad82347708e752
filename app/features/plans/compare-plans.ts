import type { PlanAnswer } from '#app/domain/planning/plan-result.ts'
import { provinceOf } from '#app/domain/values/actor.ts'

/** Places of an answer added up by a key; none where there is no plan. */
function placesBy(answer: PlanAnswer, keyOf: (place: { offer: string; regency: string }) => string) {
  const sums = new Map<string, number>()
  if (answer.outcome !== 'solved') return sums
  for (const place of answer.places) sums.set(keyOf(place), (sums.get(keyOf(place)) ?? 0) + place.places)
  return sums
}

/** Places given by each offer. */
export const usedByOffer = (answer: PlanAnswer): ReadonlyMap<string, number> => placesBy(answer, ({ offer }) => offer)

/** Places given in each province. */
export const placedByProvince = (answer: PlanAnswer): ReadonlyMap<string, number> =>
  placesBy(answer, ({ regency }) => provinceOf(regency))
