import type { home as source } from '../id/home.ts'

export const home: typeof source = {
  title: 'The right partner for every home industry, and the reasons why',
  documentTitle: 'Home',
  intro:
    'Sinergi IR brings women who run home industries (Industri Rumahan) together with partner programmes whose conditions they meet, and shows what is still missing.',
  searchHint: 'Search by need, kind of business, region or name of the partner.',
  counts: {
    title: 'What it holds now',
    partners: 'partners',
    offers: 'offers that can be matched',
    offersParts: (current, unverified, historical) =>
      `${current} current, ${unverified} unverified; ${historical} more are kept as history`,
    actors: 'actors on record',
    actorsRounded: 'actors on record, rounded down',
    demo: (count) => `${count} invented`,
    regencies: (all) => `of ${all} districts have actors on record`,
  },
  entrances: {
    title: 'Start from your task',
    district: {
      title: 'District officers and companions',
      text: 'Load your list of actors from Excel, then see which partner fits whom and what is still missing.',
      import: 'Load a list of actors',
      board: 'Open a district board',
    },
    partner: {
      title: 'Partners',
      text: 'Check your offers as they are recorded, and see how many actors meet or nearly meet their conditions.',
      search: 'Find partners and offers',
    },
    ministry: {
      title: 'The ministry',
      text: 'See the needs that nobody serves in each district, and run the matching for all of Indonesia.',
      national: 'National matching',
      about: 'Model districts and published figures',
    },
  },
  moves: {
    title: 'Published figures on moving up a class',
    note: 'The base, the unchanged and the drop-outs were not published, so these figures cannot be turned into a percentage.',
    all: 'All published figures and their sources',
  },
}
