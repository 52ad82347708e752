/**
 * The value of a facet as it is stored. The server folds case and accents when it compares; with capitals and uncommon signs
 * written as an escape, "IR1" and "ir1" stay two values, as they are in the embedded engine. "IR1" is stored as "~i~r1".
 */
export function encodeFacetValue(value: string): string {
  return value.replace(/[^a-z0-9_.:*-]/gu, (sign) =>
    /[A-Z]/.test(sign) ? `~${sign.toLowerCase()}` : `~{${sign.codePointAt(0)!.toString(16)}}`,
  )
}

export function decodeFacetValue(stored: string): string {
  return stored.replace(/~(?:\{([0-9a-f]+)\}|([a-z]))/gu, (_match, code?: string, letter?: string) =>
    code === undefined ? letter!.toUpperCase() : String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
