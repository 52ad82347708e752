/** The largest document in bytes. */
export const DOCUMENT_LIMIT = 5_000_000

/** Why an uploaded document was not kept, or could not be opened again. */
export const UPLOAD_PROBLEMS = ['missing', 'type', 'large', 'many', 'no_key', 'unreadable'] as const
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number]

/** What an address says was wrong with a document; null for anything else. */
export function readUploadProblem(text: string | null): UploadProblem | null {
  return UPLOAD_PROBLEMS.find((problem) => problem === text) ?? null
}
