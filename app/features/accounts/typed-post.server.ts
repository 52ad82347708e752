import { ACCOUNT_ROLES } from '#app/domain/access/accounts.ts'
import type { InviteRefusal } from './accounts-view.tsx'

/** What was typed into a form about an account, to stand there again. */
export function typedPost(form: FormData): Omit<InviteRefusal, 'errors'> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 200)
  const role = ACCOUNT_ROLES.find((one) => one === form.get('peran'))
  return {
    name: text('nama'),
    email: text('surel'),
    post: { ...(role ? { role } : {}), province: text('provinsi'), regency: text('kabkota'), partnerId: text('mitra') },
  }
}
