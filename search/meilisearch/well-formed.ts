/** The text with halves of surrogate pairs replaced; the server refuses JSON that holds one. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd')
}
