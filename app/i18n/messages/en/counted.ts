/** "1 offer", "12 offers": the count comes formatted. */
const counted = (one: string, many: string) => (count: string) => `${count} ${count === '1' ? one : many}`

export const someActors = counted('actor', 'actors')
export const offers = counted('offer', 'offers')
export const people = counted('person', 'people')
export const matches = counted('match', 'matches')
export const someCards = counted('card', 'cards')
export const needs = counted('need', 'needs')
export const moreOffers = counted('more offer', 'more offers')
