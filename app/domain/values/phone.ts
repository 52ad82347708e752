/** National part of an Indonesian number: an area or operator code without its zero, 8 to 12 digits in all. */
const NATIONAL = /^[2-9][0-9]{7,11}$/

/** An Indonesian telephone number as typed, in the form `+62812…`; null when it is none. */
export function readPhone(text: string): string | null {
  const bare = text.trim().replaceAll(/[\s.()/-]/g, '')
  const national = /^(?:\+?62|0)([0-9]+)$/.exec(bare)?.[1]
  return national !== undefined && NATIONAL.test(national) ? `+62${national}` : null
}

/** The number in groups that can be read out and dialled: `0812-3456-7890`. */
export function spokenPhone(phone: string): string {
  const digits = phone.replace(/^\+62/, '0')
  return digits.replaceAll(/([0-9]{4})(?=[0-9])/g, '$1-')
}
