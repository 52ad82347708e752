/**
 * Whether a form was sent from a page of this site. Browsers say so in Sec-Fetch-Site, older ones in Origin; a request
 * with neither (a terminal) carries no cookie that could be abused.
 * @param hosts the names, with port, under which this site was asked.
 */
export function isSameOrigin(site: string | null, origin: string | null, hosts: readonly string[]): boolean {
  if (site) return site === 'same-origin' || site === 'none'
  if (origin === null) return true
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
