/** Puts partner, data and last day into a wording, and gives its paragraphs. */
export function fillText(
  body: string,
  values: { readonly mitra: string; readonly data: string; readonly sampai: string },
) {
  return body.replaceAll(/\{(mitra|data|sampai)\}/g, (_whole, key: keyof typeof values) => values[key]).split('\n\n')
}
