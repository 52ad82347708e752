/**
 * A place inside the site to go back to.
 * @returns the path with its query when `to` is an absolute path of this site, else `fallback`.
 */
export function safeRedirect(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2000) return fallback
  try {
    const base = 'http://same.invalid'
    const url = new URL(to, base)
    if (url.origin !== base || url.pathname.startsWith('//')) return fallback
    return url.pathname + url.search + url.hash
  } catch {
    return fallback
  }
}
