import { notFound } from '#app/lib/responses.server.ts'

export function loader(): never {
  throw notFound()
}

export function action(): never {
  throw notFound()
}

/** Never drawn: the loader throws; a component makes this a page, so that the error is one too. */
export default function NotFound() {
  return null
}
