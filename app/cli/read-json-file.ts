import { readFile, stat } from 'node:fs/promises'
import { CliFailure, type CliText } from './verb.ts'

const MOST_MEGABYTES = 50

/**
 * The JSON value in a file. A byte-order mark is passed over.
 * @throws CliFailure when the file is missing, a folder, unreadable, empty, too large or no JSON.
 */
export async function readJsonFile(file: string, t: CliText): Promise<unknown> {
  const text = await readText(file, t)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliFailure(t.errors.fileNotJson(file, (error as Error).message))
  }
}

async function readText(file: string, t: CliText): Promise<string> {
  try {
    const info = await stat(file)
    if (info.isDirectory()) throw new CliFailure(t.errors.fileIsFolder(file))
    if (info.size > MOST_MEGABYTES * 1_000_000) throw new CliFailure(t.errors.fileTooLarge(file, MOST_MEGABYTES))
    const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
    if (text.trim() === '') throw new CliFailure(t.errors.fileEmpty(file))
    return text
  } catch (error) {
    if (error instanceof CliFailure) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new CliFailure(code === 'ENOENT' ? t.errors.fileMissing(file) : t.errors.fileUnreadable(file), {
      cause: error,
    })
  }
}
