/** Most cards of one request. */
export const MOST_CARDS = 20
