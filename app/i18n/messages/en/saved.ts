import type { saved as source } from '../id/saved.ts'

export const saved: typeof source = {
  title: 'Saved searches',
  intro: 'Lists and filters that you saved under a name, ready to be opened again with the latest results.',
  browserOnly:
    'This list exists in this browser only. It is lost when cookies are deleted, or when nothing is saved or changed for a year.',
  lists: { mitra: 'Partners', pelaku: 'Actors' },
  save: {
    open: 'Save this search',
    name: 'Name of the search',
    hint: 'A name to know it by later, 80 characters at most. Do not write names or numbers of people.',
    button: 'Save',
  },
  here: (name) => `This search is saved as “${name}”.`,
  all: (count) => `Saved searches (${count})`,
  manage: 'Manage saved searches',
  everything: { mitra: 'All partners', pelaku: 'All actors' },
  words: (text) => `“${text}”`,
  savedOn: (day) => `Saved ${day}`,
  rename: 'Rename',
  renameOf: (name) => `Rename “${name}”`,
  newName: 'New name',
  delete: 'Delete',
  confirmDelete: (name) => `Delete the search “${name}”?`,
  empty: {
    title: 'No searches have been saved yet',
    text: 'Search for partners or actors, choose filters, then select “Save this search” above the results.',
    partners: 'Search partners',
    actors: 'Search actors',
  },
  problems: {
    name_missing: 'Write a name for the search',
    name_long: (length) => `A name has 80 characters at most; this one has ${length}`,
    name_taken: (name) => `The name “${name}” is used by another search; choose a different one`,
    too_many: (most) => `There are ${most} saved searches already; delete one first`,
    gone: 'This search no longer exists; it may have been deleted in another window',
  },
  feed: {
    follow: 'Follow by Atom feed',
    title: (criteria) => `Sinergi IR, partner offers: ${criteria}`,
    all: 'all',
    subtitle: 'Offers that answer this search, the last changed first.',
    entry: (offer, partner) => `${offer} (${partner})`,
    needs: (needs) => `Needs: ${needs}.`,
    area: (area) => `Area served: ${area}.`,
    status: (status) => `Status: ${status}.`,
  },
}
