import type { cards as source } from '../id/cards.ts'
import { someCards } from './counted.ts'

export const cards: typeof source = {
  title: 'Actors for your offers',
  intro:
    'Actors who allow your organisation to see their cards. A card bears no name; identity and contact appear only in a proposal the actor agreed to.',
  rule: (others) =>
    `For privacy, each card looks like at least ${others} others. What too few people share is not shown.`,
  filter: 'Filter cards',
  any: 'All',
  attribute: {
    kesiapan: 'Readiness',
    penawaran: 'Offer',
    provinsi: 'Province',
    kabkota: 'District',
    klaster: 'Cluster',
    produk: 'Products',
    kebutuhan: 'Main need',
  },
  ready: 'Meets the conditions',
  almost: 'Awaits an answer',
  hidden: 'not shown',
  option: (label, count) => `${label} (${count})`,
  card: (code) => `Card ${code}`,
  found: (count, all) => (count === all ? someCards(count) : `${count} of ${someCards(all)}`),
  empty: {
    title: 'No cards can be shown yet',
    text: (k) =>
      `Cards appear once at least ${k} fitting actors allow your organisation to see them. The district office asks them.`,
  },
  nothing: {
    title: 'No cards under these filters',
    text: (k) => `Fewer than ${k} cards that look alike are not shown. Remove a filter.`,
    all: 'See all cards',
  },
  offer: {
    title: 'Whom it fits',
    count: (count) =>
      count === '1' ? '1 card of an actor fits this offer.' : `${count} cards of actors fit this offer.`,
    none: (k) => `Fewer than ${k} actors fit and allow your organisation to see their cards.`,
    open: 'See the cards',
  },
}
