import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '#app/config.server.ts'
import { decodeKey, KeyMissing, keyFile, seal, sealBytes, unseal, unsealBytes } from './seal.server.ts'

type KeySettings = Pick<Config, 'contactKey' | 'contactKeysOld' | 'dataDir' | 'production'>

/** Length of a key's name. */
const ID_LENGTH = 8

export interface ContactKeys {
  /** What seals from now on; null in production without CONTACT_KEY. */
  readonly current: { readonly id: string; readonly key: Uint8Array } | null
  /** Every key that can open, by name. */
  readonly byId: ReadonlyMap<string, Uint8Array>
}

/** Something was sealed with a key that is not among the settings. */
export class ContactKeyUnknown extends Error {
  override readonly name = 'ContactKeyUnknown'
  constructor(readonly keyId: string) {
    super(`Disegel dengan kunci ${keyId}, yang tidak ada dalam CONTACT_KEY maupun CONTACT_KEYS_OLD`)
  }
}

/** The name of a key, which says nothing about it. */
export function contactKeyId(key: Uint8Array): string {
  return createHash('sha256').update('contact-key-id').update(key).digest('hex').slice(0, ID_LENGTH)
}

/** Where a demonstration keeps its own key. */
export function contactKeyFile(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'keys', 'contact.key')
}

/**
 * The keys of telephone numbers and uploaded files: CONTACT_KEY and those of CONTACT_KEYS_OLD; where no key is given, a local
 * demonstration makes one in its data folder.
 * @throws KeyMissing for a key of the wrong length.
 */
export function contactKeys(config: KeySettings): ContactKeys {
  const old = config.contactKeysOld.map((text) => decodeKey(text, 'CONTACT_KEYS_OLD'))
  const key =
    config.contactKey !== null
      ? decodeKey(config.contactKey, 'CONTACT_KEY')
      : config.production
        ? null
        : keyFile(contactKeyFile(config), 'CONTACT_KEY')
  const current = key === null ? null : { id: contactKeyId(key), key }
  const byId = new Map([...old, ...(key === null ? [] : [key])].map((one) => [contactKeyId(one), one]))
  return { current, byId }
}

/** The name of the key that sealed a text or the bytes of a file. */
export const keyIdOf = (sealed: string): string => sealed.slice(0, ID_LENGTH)
export const keyIdOfFile = (sealed: Uint8Array): string => Buffer.from(sealed.subarray(0, ID_LENGTH)).toString('latin1')

function sealingKey(keys: ContactKeys) {
  if (keys.current !== null) return keys.current
  throw new KeyMissing(
    'NODE_ENV=production memerlukan CONTACT_KEY untuk menyimpan nomor telepon, bukti persetujuan, dan dokumen',
  )
}

function openingKey(keys: ContactKeys, id: string): Uint8Array {
  const key = keys.byId.get(id)
  if (!key) throw new ContactKeyUnknown(/^[0-9a-f]{8}$/.test(id) ? id : '?')
  return key
}

/** `key id.sealed`. @throws KeyMissing where there is no key to seal with. */
export function sealContact(keys: ContactKeys, purpose: string, text: string): string {
  const { id, key } = sealingKey(keys)
  return `${id}.${seal(key, purpose, text)}`
}

/** @throws ContactKeyUnknown; Error when it was sealed for another purpose or changed. */
export function openContact(keys: ContactKeys, purpose: string, sealed: string): string {
  return unseal(openingKey(keys, keyIdOf(sealed)), purpose, sealed.slice(ID_LENGTH + 1))
}

/** The bytes of a file as they may lie on the disk. @throws KeyMissing where there is no key to seal with. */
export function sealFile(keys: ContactKeys, purpose: string, bytes: Uint8Array): Uint8Array {
  const { id, key } = sealingKey(keys)
  return Buffer.concat([Buffer.from(id), sealBytes(key, purpose, bytes)])
}

/** @throws ContactKeyUnknown; Error when it was sealed for another purpose or changed. */
export function openFile(keys: ContactKeys, purpose: string, sealed: Uint8Array): Uint8Array {
  return unsealBytes(openingKey(keys, keyIdOfFile(sealed)), purpose, sealed.subarray(ID_LENGTH))
}
