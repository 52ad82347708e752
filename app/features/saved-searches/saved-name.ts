/** The most letters a name of a saved search has. */
export const MAX_NAME = 80
/** The most searches one browser keeps. */
export const MAX_SAVED = 50

/** A name as it is stored: one line, no control characters, single spaces. */
export function cleanName(text: unknown): string {
  return typeof text === 'string' ? text.replace(/\p{C}/gu, ' ').replace(/\s+/gu, ' ').trim() : ''
}

/** Letters as a person counts them. */
export function nameLength(name: string): number {
  return [...name].length
}

/** A name to start from, made of what the search asks; whole words only. */
export function suggestName(criteria: readonly string[]): string {
  const whole = cleanName(criteria.join(', '))
  if (nameLength(whole) <= MAX_NAME) return whole
  const cut = [...whole].slice(0, MAX_NAME + 1).join('')
  return (cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : [...cut].slice(0, MAX_NAME).join('')).replace(
    /,$/,
    '',
  )
}
