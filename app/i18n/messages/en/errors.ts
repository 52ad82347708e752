import type { errors as source } from '../id/errors.ts'

export const errors: typeof source = {
  notFound: {
    title: 'Page not found',
    text: 'This address leads to no page. It may be mistyped, or the content may have moved.',
  },
  forbidden: {
    title: 'This is not allowed',
    text: 'The request was refused because it was not sent from a page of this site. Open the page again and try once more.',
  },
  badRequest: {
    title: 'The request could not be read',
    text: 'The address or the answers sent do not fit. Go back to the previous page and try once more.',
  },
  methodNotAllowed: {
    title: 'This page cannot be opened this way',
    text: 'This address only takes a form. Open it from the page that holds the form.',
  },
  tooLarge: {
    title: 'The file is too large',
    text: 'A file may be at most 50 MB. Remove pictures and unused sheets, or split the file into parts.',
  },
  tooMany: {
    title: 'Too many requests',
    text: 'Wait a minute, then try again.',
  },
  unavailable: {
    title: 'The service is not ready yet',
    text: 'Wait a moment, then reload this page.',
  },
  fault: {
    title: 'Something went wrong on our side',
    text: 'This page could not be made. What you saved is not lost. Try again; if it fails again, give this reference number to the administrator.',
  },
  reference: 'Reference number',
  goHome: 'To the home page',
  goPartners: 'Find a partner',
}
