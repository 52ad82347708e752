import {
  MeilisearchApiError,
  MeilisearchError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from 'meilisearch'
import { SearchRejected, SearchUnavailable, type StandInReason } from '../engine.ts'

/** Meilisearch did not answer, with the reason a page may give. Carries no query text and no key. */
export class MeilisearchUnavailable extends SearchUnavailable {
  constructor(
    override readonly reason: StandInReason,
    message: string,
    override readonly ofQuery = false,
  ) {
    super(message)
  }
}

/** Statuses with which the server turns down what it was asked, whatever else it is asked: bad form, too long. */
const ONE_QUERY = [400, 411, 413, 414, 422]

/** Codes of what is simply not there. */
const MISSING = new Set(['index_not_found', 'document_not_found'])

export function isMissing(error: unknown): boolean {
  return error instanceof MeilisearchApiError && MISSING.has(error.cause?.code ?? '')
}

/** The server runs without a master key, so that it knows no keys at all. */
export function hasNoMasterKey(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'missing_master_key'
}

/** Any failure of a request as one the port knows. Only the code of a refusal is kept: its message repeats the query. */
export function unavailable(error: unknown): Error {
  if (error instanceof MeilisearchUnavailable || error instanceof SearchRejected) return error
  if (error instanceof MeilisearchApiError) {
    const code = error.cause?.code ?? 'no code'
    const { status } = error.response
    return new MeilisearchUnavailable('fault', `Meilisearch answered ${status} (${code})`, ONE_QUERY.includes(status))
  }
  if (error instanceof MeilisearchTaskTimeOutError) {
    return new MeilisearchUnavailable('slow', 'a task of Meilisearch took too long')
  }
  if (error instanceof MeilisearchRequestError) {
    return tookTooLong(error.cause)
      ? new MeilisearchUnavailable('slow', 'Meilisearch did not answer in time')
      : new MeilisearchUnavailable('unreachable', 'Meilisearch cannot be reached')
  }
  if (error instanceof MeilisearchError || error instanceof SyntaxError) {
    return new MeilisearchUnavailable('fault', 'what answered is not Meilisearch')
  }
  return error instanceof Error ? error : new Error(String(error))
}

function tookTooLong(cause: unknown): boolean {
  return (
    cause instanceof MeilisearchRequestTimeOutError ||
    (cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError'))
  )
}
