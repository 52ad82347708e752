import { CliFailure, type CliText, UsageError } from './verb.ts'

/** A sentence about an error for the person at the terminal, without a stack. */
export function describeError(error: unknown, databaseFile: string | null, t: CliText): string {
  if (error instanceof CliFailure || error instanceof UsageError) return error.message
  const { code, message, name } = error as { code?: unknown; message?: string; name?: string }
  if (name === 'AbortError') return t.errors.interrupted
  if (databaseFile && typeof code === 'string') {
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return t.errors.databaseBroken(databaseFile)
    if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return t.errors.databaseBusy(databaseFile)
    if (/^(SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM)|EACCES|EPERM|ENOTDIR|EROFS|ENOSPC|EEXIST)/.test(code)) {
      return t.errors.databaseClosed(databaseFile)
    }
  }
  return t.errors.fault(message ?? String(error))
}
