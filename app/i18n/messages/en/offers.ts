import type { offers as source } from '../id/offers.ts'

export const offers: typeof source = {
  kicker: (tie) => `Offer: ${tie}`,
  by: 'Partner',
  about: 'About this offer',
  conditions: 'Conditions',
  fits: {
    title: 'Whom it fits',
    intro: 'Producers are shown by code; names stand on their own pages alone.',
    eligible: 'producers meet all recorded conditions',
    undecided: 'producers cannot be decided yet',
    undecidedParts: (oneAnswer, askPartner) =>
      askPartner === '0'
        ? `${oneAnswer} of them lack one answer only`
        : `${oneAnswer} of them lack one answer only, ${askPartner} wait for the partner`,
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
  cut: (shown, all) =>
    shown === all ? `${all} producers, best fit first.` : `Showing ${shown} of ${all} producers, best fit first.`,
  best: {
    title: 'Eligible',
    caption: 'Eligible producers, best fit first',
    intro: 'All recorded conditions are met.',
    none: 'No producer surely meets all conditions yet.',
  },
  near: {
    title: 'One step away',
    caption: 'Producers who are one answer or one change away',
    intro: 'One answer or one change, and they are eligible.',
    none: 'No producer is one step away.',
  },
  waiting: {
    title: 'Waiting for the partner',
    caption: 'Producers who wait for the partner alone',
    intro: 'All else is met. Ask the partner whether their area is served and whether places are left.',
    none: 'No producer waits for the partner.',
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
