import type { offers as source } from '../id/offers.ts'

export const offers: typeof source = {
  kicker: (tie) => `Offer: ${tie}`,
  by: 'Partner',
  about: 'About this offer',
  conditions: 'Conditions',
  fits: {
    title: 'Whom it fits',
    intro:
      'Producers are shown by code. Names stand on their own pages alone, which the officers of their district open.',
    eligible: 'producers meet all recorded conditions',
    undecided: 'producers still lack an answer',
    oneAnswer: (count) => `${count} of them lack one answer only`,
    oneChange: 'producers are one change away',
    found: (count, all) => `${count} of ${all} producers meet all recorded conditions`,
    demo: (count, all) =>
      count === all ? 'All producers on record are invented.' : `Of ${all} producers on record, ${count} are invented.`,
  },
  working: {
    title: (count) => `Reading ${count} producers`,
    text: 'This happens on the first reading only. The result appears here as soon as it is done.',
    again: 'Load the page again',
  },
  filter: {
    label: 'Narrow the list of producers',
    regency: 'Kabupaten or kota',
    cluster: 'Cluster',
    everywhere: 'All places',
    everyCluster: 'All clusters',
  },
  best: {
    title: 'Eligible',
    caption: 'Eligible producers, best fit first',
    cut: (shown, all) => `Showing ${shown} of ${all}, best fit first.`,
    none: 'No producer surely meets all conditions yet.',
  },
  near: {
    title: 'One step away',
    caption: 'Producers who are one answer or one change away',
    intro: 'One answer or one change, and they are eligible.',
    none: 'No producer is one step away.',
  },
  more: (count) => (count === '1' ? 'The next producer' : `The next ${count} producers`),
  historical: 'This programme is over and kept as history, so no producer can be proposed for it.',
  unverified: 'This programme is not verified. Check with the partner before proposing a producer.',
  column: {
    code: 'Code',
    products: 'Products',
    place: 'Place',
    needs: 'Needs met',
    fit: 'Fit',
    missing: 'What is missing',
  },
  recordHint: (day) => `By the record of ${day}.`,
}
