import type { boardChoose as source } from '../id/board-choose.ts'
import { someActors } from './counted.ts'

export const boardChoose: typeof source = {
  choose: {
    title: 'Matches by district',
    intro:
      'Choose a district to see which offers fit its actors, which needs nobody serves, and which steps open up most.',
    national: 'National matching',
    search: {
      label: 'Find a district or province',
      hint: 'Example: Kendal, Kota Semarang, Jateng',
      submit: 'Open',
    },
    several: (text) => `“${text}” may mean several places`,
    severalText: 'Choose one:',
    resemble: (text) => `There is no place called “${text}”`,
    resembleText: 'Did you mean:',
    nothing: (text) => `There is no place called “${text}”`,
    nothingText: 'Check the spelling, or choose from the list below.',
    models: 'Model districts',
    modelsNote: (named, all, open) => `${named} of ${all} model districts are known by name; ${open} are not yet.`,
    modelsMore: 'The full list and its sources',
    modelMark: 'model district',
    provinces: 'Actors by province',
    regencies: (province) => `Actors by district in ${province}`,
    listProvinces: 'List of provinces',
    listRegencies: 'List of districts',
    actors: someActors,
    noActors: 'no actors yet',
    within: (filled, all) => `in ${filled} of ${all} districts`,
    total: (actors, filled, all) => `${someActors(actors)} in ${filled} of ${all} districts`,
    demo: (count) => `${count} of them invented`,
    withoutPlace: (count) => `${someActors(count)} more have no district on record.`,
    asOf: (day) => `as of ${day}`,
  },
  map: {
    label: (area, legend) => `Map of ${area}. ${legend}. The list beside it holds the same figures.`,
    indonesia: 'Indonesia',
    shape: (name, actors) => `${name}: ${actors}`,
    legend: 'Colour by number of actors',
    range: (from, to) => (from === to ? someActors(from) : `${from}–${to} actors`),
    none: 'No actors on record',
    share: {
      province: (count, all) => `${count} of ${all} provinces`,
      regency: (count, all) => `${count} of ${all} districts`,
    },
    dots: 'Dots: places too small to draw.',
  },
}
