import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '#app/lib/seal.server.ts'
import type { Db } from '#db/client.ts'
import { claimTotpStep } from '#db/queries/accounts.ts'
import { claimRecoveryCode, replaceRecoveryCodes } from '#db/queries/recovery-codes.ts'
import type { AccountRow } from '#db/schema/account.ts'

const PERIOD_S = 30
const PURPOSE = 'account.totp'
const CODES = 10
/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A new secret for an authenticator app, sealed for the table. */
export function newTotpSecret(key: Uint8Array): string {
  return seal(key, PURPOSE, new Secret({ size: 20 }).base32)
}

function totpOf(key: Uint8Array, account: Pick<AccountRow, 'email' | 'totp_secret'>): TOTP {
  const secret = Secret.fromBase32(unseal(key, PURPOSE, account.totp_secret!))
  return new TOTP({ issuer: 'Sinergi IR', label: account.email, secret, digits: 6, period: PERIOD_S })
}

/** What the app needs, as an address for the QR code and as a key to type. */
export function totpSetUp(key: Uint8Array, account: Pick<AccountRow, 'email' | 'totp_secret'>) {
  const totp = totpOf(key, account)
  return { uri: totp.toString(), typed: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ') }
}

/** A code as somebody typed it. */
export interface TypedCode {
  /** What secrets of second factors are sealed with. */
  readonly key: Uint8Array
  readonly account: AccountRow
  readonly code: string
  /** Instant, ISO with Z. */
  readonly now: string
}

/**
 * Whether a code is right at an instant; the phone's clock may be half a minute off. A right code is used up: it and every
 * earlier one are refused from then on.
 */
export async function takeTotpCode(db: Db, { key, account, code, now }: TypedCode): Promise<boolean> {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token) || account.totp_secret === null) return false
  const timestamp = Date.parse(now)
  const delta = totpOf(key, account).validate({ token, timestamp, window: 1 })
  return delta !== null && claimTotpStep(db, account.id, Math.floor(timestamp / 1000 / PERIOD_S) + delta)
}

const codeHash = (accountId: string, code: string) =>
  createHash('sha256')
    .update(`${accountId}:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('hex')

/** Makes ten new recovery codes in place of the old ones; the only time they can be read. */
export async function makeRecoveryCodes(trx: Db, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => {
    const letters = Array.from(randomBytes(10), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })
  await replaceRecoveryCodes(
    trx,
    accountId,
    codes.map((code) => codeHash(accountId, code)),
  )
  return codes
}

/** Whether a code of the app or a recovery code is right; either is used up by it. */
export async function takeSecondFactor(db: Db, typed: TypedCode): Promise<boolean> {
  if (await takeTotpCode(db, typed)) return true
  const { account, code, now } = typed
  return claimRecoveryCode(db, account.id, codeHash(account.id, code), now)
}
