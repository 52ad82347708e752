import type { contacts as source } from '../id/contacts.ts'

export const contacts: typeof source = {
  link: 'Telephone number',
  title: 'Telephone number',
  intro:
    'Optional. The number is kept encrypted, is part of no search or list, and reaches a partner only where she allows it in a proposal with her name.',
  none: 'Her telephone number is not kept.',
  kept: 'Her number is kept encrypted. Whoever shows it is recorded in the record of her data.',
  show: 'Show the number',
  recorded: 'This reading is recorded in the record of her data.',
  phone: 'Telephone number',
  hint: 'For example 0812-0000-0000. Ask her first whether she wants it to be kept.',
  add: 'Keep her number',
  change: 'Change or remove',
  save: 'Save the number',
  remove: 'Remove the number',
  done: { kept: 'Number kept', removed: 'Number removed' },
  missingKey: {
    title: 'This number cannot be opened',
    text: (key: string) =>
      `It was sealed with the key ${key}, which is not among the settings. Ask whoever runs the server to add that key to CONTACT_KEYS_OLD, or save the number again.`,
  },
  problems: {
    phone: 'Write an Indonesian telephone number that begins with 0 or +62',
    noKey:
      'A number cannot be kept yet: this server has no key to encrypt it with. Ask whoever runs the server to set CONTACT_KEY.',
  },
}
