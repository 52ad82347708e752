export const PASSWORD_MIN = 10
/** A longer one would only make the hash slow. */
export const PASSWORD_MAX = 200

export type PasswordProblem = 'short' | 'long' | 'guessable'

/** Beginnings of what people choose when only length is asked for; compared without case and marks. */
const GUESSED = ['password', 'katasandi', 'rahasia', 'sinergi', 'kemenpppa', 'indonesia', 'qwerty', 'bismillah']

/**
 * Length counts, not odd characters (NIST SP 800-63B): ten characters or more, and none of what is tried first: common
 * words with a few digits, one character repeated, a run of digits, or the owner's own address.
 */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length
  if (length < PASSWORD_MIN) return 'short'
  if (length > PASSWORD_MAX) return 'long'
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  const owner = email
    .toLowerCase()
    .split('@')[0]!
    .replace(/[^a-z0-9]/g, '')
  const words = owner.length >= 4 ? [...GUESSED, owner] : GUESSED
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain)
  const repeated = new Set(password).size <= 3
  const counted = plain !== '' && ('01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain))
  return repeated || counted || (rest.length < 6 && rest !== plain) ? 'guessable' : null
}
