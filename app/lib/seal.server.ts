import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Config } from '#app/config.server.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 24
const kept = new Map<string, Uint8Array>()

/** A key is missing in production, or is no key. */
export class KeyMissing extends Error {}

/** @throws KeyMissing when the text is not 32 bytes in base64; `setting` is the name it was given under. */
export function decodeKey(text: string, setting: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES)
    throw new KeyMissing(`${setting} harus 32 byte dalam base64. Buat dengan: openssl rand -base64 32`)
  return new Uint8Array(key)
}

/** The key a file holds, made on the first call and readable to its owner alone. */
export function keyFile(file: string, setting: string): Uint8Array {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return decodeKey(readFileSync(file, 'utf8'), setting)
}

/**
 * The key that seals second factors and letters: AUTH_KEY; where it is not given, a local demonstration makes one in its
 * data folder.
 * @throws KeyMissing in production without AUTH_KEY, and for a key of the wrong length.
 */
export function authKey(config: Pick<Config, 'authKey' | 'dataDir' | 'production'>): Uint8Array {
  if (config.authKey !== null) return decodeKey(config.authKey, 'AUTH_KEY')
  if (config.production)
    throw new KeyMissing(
      'NODE_ENV=production memerlukan AUTH_KEY, kunci untuk menyegel rahasia di database.\nBuat sekali dengan: openssl rand -base64 32, lalu simpan di tempat yang aman.',
    )
  const file = join(config.dataDir, 'keys', 'auth.key')
  const key = kept.get(file) ?? keyFile(file, 'AUTH_KEY')
  kept.set(file, key)
  return key
}

/** Seals bytes (XChaCha20-Poly1305, a fresh nonce each time, in front). `purpose` binds them: sealed for one they open for no other. */
export function sealBytes(key: Uint8Array, purpose: string, bytes: Uint8Array): Uint8Array {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES))
  return Buffer.concat([nonce, xchacha20poly1305(key, nonce, Buffer.from(purpose)).encrypt(bytes)])
}

/** @throws Error when the bytes were sealed with another key, for another purpose, or were changed. */
export function unsealBytes(key: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array {
  const opened = xchacha20poly1305(key, new Uint8Array(sealed.subarray(0, NONCE_BYTES)), Buffer.from(purpose))
  return opened.decrypt(new Uint8Array(sealed.subarray(NONCE_BYTES)))
}

/** As `sealBytes`, for a text; the sealed text is base64. */
export function seal(key: Uint8Array, purpose: string, text: string): string {
  return Buffer.from(sealBytes(key, purpose, new Uint8Array(Buffer.from(text)))).toString('base64')
}

/** @throws Error when the text was sealed with another key, for another purpose, or was changed. */
export function unseal(key: Uint8Array, purpose: string, sealed: string): string {
  return Buffer.from(unsealBytes(key, purpose, new Uint8Array(Buffer.from(sealed, 'base64')))).toString('utf8')
}

/** A name for something that must be recognised but not kept: nobody without the key can try all addresses. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
