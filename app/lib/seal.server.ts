import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Config } from '#app/config.server.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 24
const kept = new Map<string, Uint8Array>()

/** AUTH_KEY is missing in production, or is no key. */
export class KeyMissing extends Error {}

function decodeKey(text: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES)
    throw new KeyMissing('AUTH_KEY harus 32 byte dalam base64. Buat dengan: openssl rand -base64 32')
  return new Uint8Array(key)
}

function keyFile(file: string): Uint8Array {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return decodeKey(readFileSync(file, 'utf8'))
}

/**
 * The key that seals second factors and letters: AUTH_KEY; where it is not given, a local demonstration makes one in its
 * data folder.
 * @throws KeyMissing in production without AUTH_KEY, and for a key of the wrong length.
 */
export function authKey(config: Pick<Config, 'authKey' | 'dataDir' | 'production'>): Uint8Array {
  if (config.authKey !== null) return decodeKey(config.authKey)
  if (config.production)
    throw new KeyMissing(
      'NODE_ENV=production memerlukan AUTH_KEY, kunci untuk menyegel rahasia di database.\nBuat sekali dengan: openssl rand -base64 32, lalu simpan di tempat yang aman.',
    )
  const file = join(config.dataDir, 'keys', 'auth.key')
  const key = kept.get(file) ?? keyFile(file)
  kept.set(file, key)
  return key
}

/** Seals a text (XChaCha20-Poly1305, a fresh nonce each time). `purpose` binds it: sealed for one it opens for no other. */
export function seal(key: Uint8Array, purpose: string, text: string): string {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES))
  const sealed = xchacha20poly1305(key, nonce, Buffer.from(purpose)).encrypt(Buffer.from(text))
  return Buffer.concat([nonce, sealed]).toString('base64')
}

/** @throws Error when the text was sealed with another key, for another purpose, or was changed. */
export function unseal(key: Uint8Array, purpose: string, sealed: string): string {
  const bytes = new Uint8Array(Buffer.from(sealed, 'base64'))
  const opened = xchacha20poly1305(key, bytes.subarray(0, NONCE_BYTES), Buffer.from(purpose))
  return Buffer.from(opened.decrypt(bytes.subarray(NONCE_BYTES))).toString('utf8')
}

/** A name for something that must be recognised but not kept: nobody without the key can try all addresses. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
