import { requestDesk } from '#app/auth/request-desk.server.ts'
import { placeOf } from '#app/auth/shell-person.server.ts'
import type { FormError } from '#app/components/error-summary.tsx'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import { emailOf } from '#app/domain/access/email.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { readNewPassword } from './new-password.server.ts'
import { openSession } from './sign-in.server.ts'
import { letIn } from './sign-in-page.server.ts'
import { invitationTarget, makeFirstAdministrator, takeUpInvitation } from './take-up-invitation.server.ts'

/** `closed` is answered with 410. `first`: the account of the first administrator is made here. */
export type InvitationPage =
  | { readonly state: 'closed' }
  | { readonly state: 'first'; readonly errors: readonly FormError[]; readonly name: string; readonly email: string }
  | {
      readonly state: 'invited'
      readonly errors: readonly FormError[]
      readonly name: string
      readonly email: string
      readonly role: AccountRole
      /** Null for the whole country. */
      readonly place: string | null
    }

type Context = Pick<RequestContext, 'client' | 'db' | 'now' | 'locale'>
const CLOSED: InvitationPage = { state: 'closed' }

/** Looking at a link does not use it up. */
export async function loadInvitationPage({ db, now }: Context, secret: string): Promise<InvitationPage> {
  const target = await invitationTarget(db, secret, now)
  if (!target) return CLOSED
  if (target.first) return { state: 'first', errors: [], name: '', email: '' }
  const { name, email, role } = target.account
  return { state: 'invited', errors: [], name, email, role, place: await placeOf(db, target.account) }
}

/** Makes the account usable and signs in. @returns where to go; or the page again, closed or with what was wrong. */
export async function submitInvitation(
  request: Request,
  context: Context,
  secret: string,
  form: FormData,
): Promise<Response | InvitationPage> {
  const page = await loadInvitationPage(context, secret)
  if (page.state === 'closed') return page
  const { client, db, now, locale } = context
  const enter = async (account: Awaited<ReturnType<typeof takeUpInvitation>>) => {
    if (!account) return CLOSED
    const desk = requestDesk(request, client, now)
    return letIn(desk, { sessionId: await openSession(desk, account), account }, '')
  }
  if (page.state === 'invited') {
    const read = readNewPassword(form, page.email, locale)
    if ('errors' in read) return { ...page, errors: read.errors }
    return enter(await takeUpInvitation(db, { secret, password: read.password, now }))
  }
  const t = messagesFor(locale).accounts.invitation
  const name = String(form.get('nama') ?? '')
    .trim()
    .slice(0, 100)
  const typed = String(form.get('surel') ?? '').slice(0, 200)
  const email = emailOf(typed)
  const again = (errors: readonly FormError[]): InvitationPage => ({ state: 'first', errors, name, email: typed })
  if (name === '') return again([{ field: 'nama', message: t.missingName }])
  if (email === null) return again([{ field: 'surel', message: t.badEmail }])
  const read = readNewPassword(form, email, locale)
  if ('errors' in read) return again(read.errors)
  const made = await makeFirstAdministrator(db, { secret, name, email, password: read.password, now })
  return made === 'taken' ? again([{ field: 'surel', message: t.taken }]) : enter(made)
}
