import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ContactKeys, keyIdOfFile, openFile, sealFile } from './contact-keys.server.ts'
import { storeFile } from './store-file.server.ts'

/** The folders of the data folder in which what people uploaded lies under seal. */
export type SealedFolder = 'attachments' | 'evidence'

export interface SealedPlace {
  readonly dataDir: string
  readonly folder: SealedFolder
  /** Name of the file: an id, never what somebody called it. */
  readonly name: string
}

const pathOf = ({ dataDir, folder, name }: SealedPlace): string => join(dataDir, folder, name)
/** What a file is sealed for: it opens in no other place. */
const purposeOf = ({ folder, name }: SealedPlace): string => `${folder}:${name}`

/** Keeps bytes under seal, whole or not at all, in place of what lay there. @throws KeyMissing without a current key. */
export async function keepSealed(keys: ContactKeys, place: SealedPlace, bytes: Uint8Array): Promise<void> {
  await storeFile(pathOf(place), sealFile(keys, purposeOf(place), bytes))
}

/**
 * The bytes that lie under seal, opened; null where there are none.
 * @throws ContactKeyUnknown when the key is not given; Error when the file was changed or lay elsewhere.
 */
export async function openSealed(keys: ContactKeys, place: SealedPlace): Promise<Uint8Array | null> {
  const sealed = await bytesOf(pathOf(place))
  return sealed && openFile(keys, purposeOf(place), sealed)
}

/** The name of the key that sealed a file; null where there is no file. */
export async function sealedWith(place: SealedPlace): Promise<string | null> {
  const sealed = await bytesOf(pathOf(place))
  return sealed && keyIdOfFile(sealed)
}

export async function dropSealed(place: SealedPlace): Promise<void> {
  await rm(pathOf(place), { force: true })
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
