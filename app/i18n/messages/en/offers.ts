import type { offers as source } from '../id/offers.ts'

export const offers: typeof source = {
  kicker: (tie) => `Offer: ${tie}`,
  by: 'Partner',
  about: 'About this offer',
  conditions: 'Conditions',
  fits: {
    title: 'Whom it fits',
    intro: 'Actors are shown by code; names stand on their own pages alone.',
    eligible: 'actors meet all recorded conditions',
    undecided: 'actors cannot be decided yet',
    undecidedParts: (oneAnswer, askPartner) =>
      askPartner === '0'
        ? `${oneAnswer} of them lack one answer only`
        : `${oneAnswer} of them lack one answer only, ${askPartner} wait for the partner`,
    engaged: (count) => `${count} already proposed for this offer or helped by it; not counted here.`,
    oneChange: 'actors are one change away',
    found: (count, all) => `${count} of ${all} actors meet all recorded conditions`,
    demo: (count, all) =>
      count === all ? 'All actors on record are invented.' : `Of ${all} actors on record, ${count} are invented.`,
  },
  working: {
    title: (count) => `Reading ${count} actors`,
    text: 'This happens on the first reading only. The result appears here as soon as it is done.',
    again: 'Load the page again',
  },
  filter: {
    label: 'Narrow the list of actors',
    regency: 'District',
    cluster: 'Cluster',
    everywhere: 'All places',
    everyCluster: 'All clusters',
  },
  cut: (shown, all) =>
    shown === all ? `${all} actors, best fit first.` : `Showing ${shown} of ${all} actors, best fit first.`,
  best: {
    title: 'Eligible',
    caption: 'Eligible actors, best fit first',
    intro: 'All recorded conditions are met.',
    none: 'No actor is certain to meet all conditions yet.',
  },
  near: {
    title: 'One step away',
    caption: 'Actors who are one answer or one change away',
    intro: 'One answer or one change, and they are eligible.',
    none: 'No actor is one step away.',
  },
  waiting: {
    title: 'Waiting for the partner',
    caption: 'Actors who wait for the partner alone',
    intro: 'All else is met. Ask the partner whether their area is served and whether places are left.',
    none: 'No actor waits for the partner.',
  },
  more: (count) => (count === '1' ? 'The next actor' : `The next ${count} actors`),
  historical: 'This programme is over and kept as history, so no actor can be proposed for it.',
  unverified: 'This programme is not verified. Check with the partner before proposing an actor.',
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
