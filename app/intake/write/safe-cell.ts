const STARTS_FORMULA = /^[=+\-@\t\r]./s

/** A text that a spreadsheet program cannot take for a formula: one that begins like a formula gets an apostrophe. */
export function safeCell(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text
}

/** One CSV field for Excel in Indonesia, where the separator is a semicolon. */
export function csvField(text: string): string {
  const safe = safeCell(text)
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One CSV line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvField).join(';')}\r\n`
}
