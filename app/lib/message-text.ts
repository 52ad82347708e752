/** The longest text for a WhatsApp message, in characters. */
export const MESSAGE_LIMIT = 600

/**
 * The longest text that a message can carry.
 * @param parts how many parts can be left out, from the last to the first.
 * @param textWith the text with the first so many of them; if even the one with none is too long, its end is cut off.
 */
export function messageText(parts: number, textWith: (kept: number) => string): string {
  for (let kept = parts; kept > 0; kept--) {
    const text = textWith(kept)
    if (text.length <= MESSAGE_LIMIT) return text
  }
  const bare = textWith(0)
  return bare.length <= MESSAGE_LIMIT ? bare : `${bare.slice(0, MESSAGE_LIMIT - 1).trimEnd()}…`
}
