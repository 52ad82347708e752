import { renderSVG } from 'uqr'
import { type Person, secondFactorDue } from '#app/auth/person.server.ts'
import { countAttempt } from '#app/auth/throttle.server.ts'
import { makeRecoveryCodes, newTotpSecret, takeTotpCode, totpSetUp } from '#app/auth/totp.server.ts'
import type { FormError } from '#app/components/error-summary.tsx'
import { formatterFor } from '#app/i18n/format.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import type { Db } from '#db/client.ts'
import { updateAccount } from '#db/queries/accounts.ts'
import { appendAudit } from '#db/queries/audit.ts'
import { countRecoveryCodes, replaceRecoveryCodes } from '#db/queries/recovery-codes.ts'
import { deleteSessions } from '#db/queries/sessions.ts'
import { type OwnAccountDesk, passwordDoubt } from './own-account-action.server.ts'

export type SecondFactorPage = {
  readonly required: boolean
} & (
  | { readonly state: 'demo' }
  | { readonly state: 'off' }
  /** The app is to scan `qr` (the shapes of an SVG) or to be given `typed`. */
  | { readonly state: 'begun'; readonly qr: string; readonly typed: string }
  | { readonly state: 'on'; readonly since: string; readonly codesLeft: number; readonly newCodes: readonly string[] }
)

/** How the second factor of a person stands. @param newCodes recovery codes that were just made for this browser. */
export async function loadSecondFactorPage(
  db: Db,
  key: Uint8Array,
  { account }: Person,
  newCodes: readonly string[],
): Promise<SecondFactorPage> {
  const required = secondFactorDue(account)
  if (account.is_demo === 1) return { required, state: 'demo' }
  if (account.totp_since !== null) {
    const codesLeft = await countRecoveryCodes(db, account.id)
    return { required, state: 'on', since: account.totp_since.slice(0, 10), codesLeft, newCodes }
  }
  if (account.totp_secret === null) return { required, state: 'off' }
  const { uri, typed } = totpSetUp(key, account)
  return { required, state: 'begun', qr: renderSVG(uri, { border: 4 }), typed }
}

export type SecondFactorResult =
  /** `codes`: new recovery codes to show once; null leaves what the browser has. */
  { readonly codes: readonly string[] | null } | { readonly errors: readonly FormError[] }

/**
 * Carries out a form of the page: `mulai` makes a secret, `pastikan` confirms it with a code, `kode-baru` makes new recovery
 * codes, `matikan` switches off (where the role does not demand it), `tersimpan` puts the shown codes away.
 * @throws Response 400 for a form that is none of ours or does not fit how things stand.
 */
export async function actOnSecondFactor(
  desk: OwnAccountDesk,
  person: Person,
  form: FormData,
): Promise<SecondFactorResult> {
  const { db, key, now, locale } = desk
  const { account, sessionHash } = person
  const t = messagesFor(locale).accounts
  const intent = form.get('intent')
  const isOn = account.totp_since !== null
  if (account.is_demo === 1) throw badRequest()
  const note = (trx: Db, change: string) =>
    appendAudit(
      trx,
      { accountId: account.id, role: account.role },
      { at: now, action: 'account:change', subject: { type: 'account', id: account.id }, detail: { change } },
    )
  if (intent === 'tersimpan') return { codes: [] }
  if (intent === 'mulai' && !isOn) {
    await updateAccount(db, account.id, { totp_secret: newTotpSecret(key), totp_last_step: null }, now)
    return { codes: null }
  }
  if (intent === 'pastikan' && !isOn && account.totp_secret !== null) {
    const code = String(form.get('kode') ?? '')
    if (code.trim() === '') return { errors: [{ field: 'kode', message: t.factor.missing }] }
    const until = await countAttempt(db, key, [{ kind: 'code', value: account.id }], now)
    if (until !== null) return { errors: [{ field: 'kode', message: t.code.wait(formatterFor(locale).clock(until)) }] }
    return db.transaction().execute(async (trx) => {
      if (!(await takeTotpCode(trx, { key, account, code, now })))
        return { errors: [{ field: 'kode', message: t.factor.wrong }] }
      await updateAccount(trx, account.id, { totp_since: now }, now)
      // why: whoever signed in with the password alone before is not let in by it any more
      await deleteSessions(trx, account.id, sessionHash)
      await note(trx, 'second_factor_on')
      return { codes: await makeRecoveryCodes(trx, account.id) }
    })
  }
  if (!isOn || (intent !== 'kode-baru' && (intent !== 'matikan' || secondFactorDue(account)))) throw badRequest()
  const field = intent === 'kode-baru' ? 'sandi-kode' : 'sandi-mati'
  const doubt = await passwordDoubt(desk, person, form.get(field))
  if (doubt) return { errors: [{ field, message: doubt }] }
  return db.transaction().execute(async (trx) => {
    if (intent === 'kode-baru') {
      await note(trx, 'recovery_codes')
      return { codes: await makeRecoveryCodes(trx, account.id) }
    }
    await updateAccount(trx, account.id, { totp_secret: null, totp_since: null, totp_last_step: null }, now)
    await replaceRecoveryCodes(trx, account.id, [])
    await note(trx, 'second_factor_off')
    return { codes: [] }
  })
}
