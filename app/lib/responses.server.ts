/** Thrown where an address names something that does not exist: `throw notFound()`. */
export function notFound(): Response {
  return new Response(null, { status: 404 })
}

/** Thrown where only a signed-in person may go on. */
export function signInFirst(): Response {
  return new Response(null, { status: 401 })
}

/** Thrown where a request did not come from a page of ours, or a person may not do what she asks. */
export function forbidden(): Response {
  return new Response(null, { status: 403 })
}

/** Thrown where an address or a form cannot be read at all. */
export function badRequest(): Response {
  return new Response(null, { status: 400 })
}

/** A redirect after a successful form: the browser asks for the next page with GET. */
export function seeOther(path: string, headers: HeadersInit = {}): Response {
  const all = new Headers(headers)
  all.set('Location', path)
  return new Response(null, { status: 303, headers: all })
}
