import type { about as source } from '../id/about.ts'

export const about: typeof source = {
  title: 'About Sinergi IR',
  intro:
    'Where the contents of this site come from, what is known about the home-industry programme (Industri Rumahan, IR), and what is still blank.',
  contents: 'On this page',
  what: {
    title: 'What this site does',
    policy: 'See the weights and limits matching works with',
    paragraphs: [
      'District governments record actors, their needs and their situation. Partners offer programmes, each with its own conditions. This site matches the two and gives reasons for every result: which conditions are met, which are not, and which are not known yet.',
      'What is not known is never counted as failing a condition; the site asks for it. Fit and confidence are shown as two separate things.',
      'Names of actors are not used in matching, do not enter the search, and are not shown to partners.',
    ],
  },
  districts: {
    title: 'Model districts',
    intro: (known, all) =>
      `${known} of the ${all} model districts are known by name. The other rows are left open for the ministry to fill in.`,
    place: 'District',
    status: 'Standing and source',
    actors: 'Actors 2016',
    note: 'Note',
    open: 'not identified yet',
    statuses: {
      listed_2016: 'on the list of 2016',
      confirmed: 'confirmed by a source',
      likely: 'likely, not confirmed',
      unknown: 'for the ministry to fill in',
    },
  },
  figures: {
    title: 'Published figures',
    intro:
      'Every figure on the IR programme found in open publications, as its source puts it. Where there is no denominator, do not turn it into a percentage.',
    measure: 'Measure',
    values: 'Figure',
    period: 'Period',
    denominator: 'Denominator',
    source: 'Source',
    note: 'Note',
    noDenominator: 'not published',
    qualifiers: {
      more_than: (value) => `more than ${value}`,
      about: (value) => `about ${value}`,
      computed: (value) => `${value} (computed)`,
      exact: (value) => value,
    },
    notNumeric: 'no number',
  },
  sources: {
    title: 'Sources and licences',
    partners: 'Partners, offers and their conditions',
    partnersText:
      'Gathered from official pages of the partners and open reporting. Each partner profile carries its sources, the date of the check and the level of confidence. Contact the partner before deciding.',
    regions: 'Region codes, population and area',
    regionsText:
      'Decree Kepmendagri 300.2.2-2430 of 2025, Dukcapil data of semester II 2024, and areas by BIG, via cahyadsn/wilayah. MIT licence. BPS numbering via kodewilayah/explorer, MIT licence.',
    boundaries: 'Boundaries on the map',
    boundariesText:
      'geoBoundaries (BPS, WFP, OCHA ROAP), boundaries of 2020, simplified. Licence CC BY 3.0 IGO. Not for legal or survey use.',
    places: 'Seats of government',
    placesText: 'GeoNames, licence CC BY 4.0. 29 points were placed by hand and are approximate.',
    font: 'Typeface',
    fontText: 'Plus Jakarta Sans, SIL Open Font License 1.1.',
    rules: 'Clusters, needs and matching weights',
    rulesText:
      'The list of needs, the bounds of the clusters and the weights are proposals that the ministry has not confirmed. The numeric thresholds of Permen PPPA 2/2016 were not found in open publications.',
  },
  demo: {
    title: 'Invented data',
    paragraphs: [
      'Until there is real data, the site holds invented actors so that it can be tried. A program made them: names, businesses and situations refer to nobody, and none has a national identity number.',
      'Each invented actor is marked “invented”, and every count that includes them says so. Partners and offers are not invented.',
    ],
  },
}
