/** What a person typed as her address, in the form in which it is stored; null when it cannot be one. */
export function emailOf(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const email = text.trim().toLowerCase()
  return email.length <= 200 && /^[^\s@"<>(),;:\\[\]]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : null
}
