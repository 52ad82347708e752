/** What one load may cost. An office's largest lists hold some ten thousand rows in a few megabytes. */
export const LIMITS = {
  /** Size of the file as given, checked before a byte is read. */
  fileBytes: 50_000_000,
  /** Data rows of one sheet. */
  rows: 300_000,
  /** Columns that are looked at; the rest of a row is dropped. */
  columns: 200,
  /** Characters of one cell; the rest is dropped. */
  cellChars: 2000,
  /** Characters of one row as stored in the file (XML or CSV). */
  rowChars: 2_000_000,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 700 * 1024 * 1024,
  /** Text table of a workbook, which is held in memory while its rows are read. */
  sharedStringBytes: 150 * 1024 * 1024,
  /** Small parts (workbook, styles, relations), which are read whole. */
  partBytes: 8 * 1024 * 1024,
  /** Unpacked to packed; real sheets stay under 40, a bomb reaches 1,000. Looked at from `ratioFrom` bytes on. */
  ratio: 200,
  ratioFrom: 20 * 1024 * 1024,
  zipEntries: 5000,
  /** Rows from the top among which the heading row is looked for. */
  headerRows: 40,
} as const
