import { isLocale, type Locale } from './locale.ts'

const ONE_YEAR = 365 * 24 * 60 * 60

function fromCookie(header: string | null): Locale | null {
  const value = /(?:^|;\s*)bahasa=([^;]*)/.exec(header ?? '')?.[1]
  return isLocale(value) ? value : null
}

/** The first language of Accept-Language, by weight, that we speak. */
function fromAccept(header: string | null): Locale | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight.trim().slice(2)) : 1, position }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
  for (const { language } of wanted) if (isLocale(language)) return language
  return null
}

/** The reader's language: ?lang=, then the cookie, then Accept-Language, then Indonesian. */
export function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) return asked
  return fromCookie(request.headers.get('Cookie')) ?? fromAccept(request.headers.get('Accept-Language')) ?? 'id'
}

/** The Set-Cookie value that keeps a chosen language for a year. */
export function localeCookie(locale: Locale): string {
  return `bahasa=${locale}; Path=/; Max-Age=${ONE_YEAR}; HttpOnly; SameSite=Lax`
}
