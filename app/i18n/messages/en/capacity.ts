import type { Messages } from '../index.ts'

export const capacity: Messages['capacity'] = {
  letter: {
    subject: (offer) => `Please confirm the places of ${offer}`,
    body: (offer) =>
      `The ministry is planning who gets a place among home industries. Please confirm how many places there are in the offer ${offer}.`,
    why: {
      not_stated: 'The number of places was never stated.',
      stale: 'The figure on record is old, so its places cannot be given out yet.',
      unit: 'The figure on record counts groups or villages. Please state it in persons.',
    },
    link: 'Answer with one tap, without signing in, through this link:',
    once: (days) => `The link is valid for one answer within ${days} days. Please do not pass it on.`,
    desk: "Or answer at the partner's desk:",
  },
  link: {
    intro: {
      not_stated: 'How many places does this offer have? The number was never stated.',
      stale: 'Is this number of places still right? It has not been confirmed for long.',
      unit: 'How many persons can this offer take? The figure on record counts groups or villages.',
    },
    known: (left, slots, day) => `${left} of ${slots} places left${day === null ? '' : ` (as of ${day})`}`,
    same: 'Still right',
    none: 'No places left',
    other: 'A different number',
    state: 'State the number',
    slots: 'Places (persons)',
    slotsHint: 'All places of this offer, those taken included.',
    thanks: { title: 'Thank you', text: "The number of places is on record with today's date." },
    dead: {
      unknown: {
        title: 'Unknown link',
        text: "Check whether the address is whole, or answer at the partner's desk after signing in.",
      },
      expired: { title: 'The link has expired', text: "Sign in to update the places at the partner's desk." },
      revoked: {
        title: 'The link is no longer valid',
        text: 'The account this letter went to is switched off or no longer acts for the partner. A colleague who does can fill it in after signing in.',
      },
      answered: {
        title: 'The places are confirmed already',
        text: "This request was answered. If the number changes, update it at the partner's desk after signing in.",
      },
    },
  },
  desk: {
    asked: (day) => `Confirmation asked for ${day}`,
    people: 'Places (persons)',
  },
}
