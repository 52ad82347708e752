import type { national as source } from '../id/national.ts'
import { moreOffers, offers, someActors } from './counted.ts'

export const national: typeof source = {
  title: 'National matching',
  policyLink: 'Matching policy',
  intro:
    'Matches every actor with every offer in all of Indonesia at once, and keeps the best offers for each of them.',
  trail: 'Matches',
  run: {
    title: 'Run',
    scope: (actors, count) => `${someActors(actors)} will be matched with ${offers(count)}.`,
    demo: (count) => `${count} of them are invented.`,
    start: 'Start matching',
    again: 'Start again',
    keeps: 'Earlier results are kept.',
    none: 'There are no actors to match yet.',
    import: 'Load a list of actors',
    elsewhere: 'A matching started from the command line is under way. Its result appears here when it is done.',
  },
  live: {
    title: 'Under way',
    phase: {
      start: 'Preparing',
      load: 'Reading the actors',
      rank: 'Matching the actors',
      store: 'Storing the result',
    },
    started: (instant) => `Started ${instant}.`,
    leave: 'You may close this page; the matching goes on, and other pages stay usable.',
    cancel: 'Cancel',
    stopping: 'Stopping …',
  },
  ended: {
    done: (actors, seconds) =>
      `Matching finished: ${someActors(actors)} in ${seconds} ${seconds === '1' ? 'second' : 'seconds'}.`,
    failed: 'The last matching failed before its end. Nothing was stored; please start again.',
    cancelled: 'The last matching was cancelled. Nothing was stored.',
  },
  runs: {
    title: 'Latest matchings',
    none: 'It has never been run.',
    started: 'Started',
    status: 'State',
    statuses: {
      running: 'under way',
      done: 'finished',
      failed: 'failed',
      cancelled: 'cancelled',
    },
    policy: 'Policy',
    actors: 'Actors',
    offers: 'Offers',
    eligible: 'Eligible',
    undecided: 'Incomplete',
    seconds: 'Seconds',
    shown: 'shown below',
  },
  result: {
    title: (instant) => `Result of ${instant}`,
    actors: 'actors matched',
    offers: (count) => `with ${offers(count)}`,
    without: 'actors have not a single offer whose conditions they meet',
    eligible: 'pairs of actor and offer are eligible',
    undecided: 'pairs are still incomplete',
    changed: (count) =>
      `Data changed ${count === '1' ? 'once' : `${count} times`} since this matching. Start again to bring the result up to date.`,
    gone: 'The file of this result is no longer in the data folder.',
    provinces: 'By province',
    province: 'Province',
    unknownPlace: 'District not recorded',
    provinceActors: 'Actors',
    provinceWithout: 'Without an offer',
    provinceEligible: 'Eligible pairs',
    provinceUndecided: 'Incomplete pairs',
    of: (count, all) => `${count} of ${all}`,
    first: 'Offers that come first most often',
    firstIntro: (actors) =>
      `For how many actors this offer fits best, out of ${someActors(actors)} with at least one offer.`,
    offer: 'Offer',
    firstActors: 'Actors',
    more: (count) => `Show ${moreOffers(count)}`,
  },
}
