import type { FormError } from '#app/components/error-summary.tsx'
import { mayManage, type Post, rolesGivenBy } from '#app/domain/access/accounts.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { Db } from '#db/client.ts'
import { getPartner } from '#db/queries/partners.ts'
import { getRegion } from '#db/queries/regions.ts'

/**
 * Role and place as a form gives them (`peran`, `provinsi`, `kabkota`, `mitra`), within what the viewer may give out. Places
 * the role does not need are left out, whatever was chosen.
 */
export async function readPost(
  db: Db,
  viewer: Viewer,
  form: FormData,
  locale: Locale,
): Promise<{ readonly post: Post } | { readonly errors: readonly FormError[] }> {
  const t = messagesFor(locale).accounts.manage.problems
  const refuse = (field: string, message: string) => ({ errors: [{ field, message }] })
  const given = rolesGivenBy(viewer)
  const role = given.length === 1 ? given[0] : given.find((one) => one === form.get('peran'))
  if (!role) return refuse('peran', t.role)
  const chosen = (name: string) => String(form.get(name) ?? '')
  const empty: Post = { role, province: null, regency: null, partnerId: null }
  if (role === 'province') {
    const region = await getRegion(db, chosen('provinsi'))
    return region?.level === 'province' ? { post: { ...empty, province: region.code } } : refuse('provinsi', t.province)
  }
  if (role === 'district' || role === 'companion') {
    const code = viewer.scope.reach === 'regency' ? viewer.scope.regency : chosen('kabkota')
    const region = await getRegion(db, code)
    if (region?.level !== 'regency') return refuse('kabkota', t.regency)
    const post = { ...empty, regency: region.code }
    return mayManage(viewer, post) ? { post } : refuse('kabkota', t.regencyOutside)
  }
  if (role === 'partner') {
    const partner = await getPartner(db, chosen('mitra'))
    return partner ? { post: { ...empty, partnerId: partner.id } } : refuse('mitra', t.partner)
  }
  return { post: empty }
}
