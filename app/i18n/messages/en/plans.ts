import type { Messages } from '../index.ts'

export const plans: Messages['plans'] = {
  input: {
    file: 'scenario',
    notAnObject: (field) => `"${field}" must be a JSON object.`,
    unknownField: (field, known) => `Unknown field "${field}"; there are: ${known}.`,
    notText: (field) => `"${field}" must be a text of at most 300 letters.`,
    notBoolean: (field) => `"${field}" must be true or false.`,
    notWhole: (field, low, high) => `"${field}" must be a whole number from ${low} to ${high}.`,
    notShare: (field) => `"${field}" must be a number from 0 to 1, such as 0.3.`,
    notAList: (field) => `"${field}" must be a JSON list.`,
    notOneOf: (field, value, allowed) => `"${field}" has "${value}"; choose from: ${allowed}.`,
    unknownRegion: (field, text) =>
      `The region "${text}" in "${field}" is unknown or has several meanings. Write a code such as "33" or "33.24".`,
    unknownOffer: (field, id) =>
      `"${id}" in "${field}" is no code of an offer or partner. Look it up on the page of partners.`,
    needsReason: (field) => `"${field}" is required: every change by hand needs a reason.`,
    matrixShape: 'must hold {"values": [[..]], "capacities": [..]}: rows are actors, columns are offers.',
    matrixCapacity: (column) => `the capacity of column ${column} must be a whole number of at least 0.`,
    matrixRow: (row, columns) => `row ${row} must hold ${columns} values, as many as there are capacities.`,
    matrixCell: (row, column) => `the value in row ${row}, column ${column} is no number.`,
    matrixTooLarge: (most) => `at most ${most} values.`,
  },
  refusal: {
    empty_scope: 'No actor in this scope has a need. Widen the regions, clusters or needs.',
    no_places:
      'There are no places to give: the partners have stated none, or their figures are out of date. Ask them to confirm, or set a capacity with a reason.',
    nothing_open: 'No actor of this scope is eligible for an offer that has places. The gap board shows why.',
    out_of_time: 'Time was over before there was a plan. Allow more time or narrow the scope.',
  },
  fault: (number, offer, what, other) =>
    `Change by hand ${number} (${offer}): ${what}${other === null ? '' : ` (change ${other})`}.`,
  faults: {
    unknown_offer: 'this offer has no places to give in the scenario',
    unknown_actor: 'that actor is not in the scope',
    unknown_regency: 'that district is unknown',
    not_open: 'this offer is not open to that actor or need',
    pin_and_forbid: 'pinned and forbidden at once',
    pin_twice: 'pinned twice for the same actor',
    number_twice: 'its number is set twice',
    number_and_forbid: 'its number is set where the offer is forbidden',
    number_below_pins: 'the number is smaller than the actors pinned already',
    over_room: 'more partners than an actor may have',
    over_places: 'more than the places of this offer',
    below_batch: 'this programme cannot fill its minimum batch',
  },
}
