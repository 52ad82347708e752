import type { FormError } from '#app/components/error-summary.tsx'
import type { RequestContext } from '#app/lib/context.server.ts'
import { paths } from '#app/lib/paths.ts'
import { seeOther } from '#app/lib/responses.server.ts'
import { readNewPassword } from './new-password.server.ts'
import { completeReset, resetTarget } from './password-reset.server.ts'

export interface ResetPage {
  /** False for a link that holds no more: the page is answered with 410. */
  readonly open: boolean
  readonly errors: readonly FormError[]
}

type Context = Pick<RequestContext, 'db' | 'now' | 'locale'>

/** Looking at a link does not use it up: mail programs look at links before people do. */
export async function loadResetPage({ db, now }: Context, secret: string): Promise<ResetPage> {
  return { open: (await resetTarget(db, secret, now)) !== undefined, errors: [] }
}

/** Sets the password. @returns where to go; or the page again, closed or with what was wrong. */
export async function submitReset(context: Context, secret: string, form: FormData): Promise<Response | ResetPage> {
  const { db, now, locale } = context
  const account = await resetTarget(db, secret, now)
  if (!account) return { open: false, errors: [] }
  const read = readNewPassword(form, account.email, locale)
  if ('errors' in read) return { open: true, errors: read.errors }
  if (!(await completeReset(db, { secret, password: read.password, now }))) return { open: false, errors: [] }
  return seeOther(paths.signIn({ sandi: 'baru' }))
}
