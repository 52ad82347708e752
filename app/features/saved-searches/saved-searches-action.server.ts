import type { FormError } from '#app/components/error-summary.tsx'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { RequestContext } from '#app/lib/context.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { paths } from '#app/lib/paths.ts'
import { badRequest } from '#app/lib/responses.server.ts'
import { newSecret, secretHash } from '#app/lib/secret.server.ts'
import { forgetSearch, renameSearch, type SaveProblem, saveSearch } from './keep-search.server.ts'
import { ownerCookie, ownerOfAccount, ownerSecret } from './owner.server.ts'
import { cleanName, MAX_SAVED, nameLength } from './saved-name.ts'
import { addressOf, targetOf } from './saved-target.ts'

/** A form that was refused, with what was typed, so that it can be mended where it stands. */
export interface SavedRefusal {
  readonly error: FormError
  readonly name: string
  /** The search that was to be saved; null when one was to be renamed. */
  readonly address: string | null
  /** The saved search that was to be renamed; null when a new one was to be saved. */
  readonly id: string | null
}

/** Where to go next, with the cookie that keeps a browser's secret (null for an account); or what was wrong. */
export type SavedActionResult =
  | { readonly next: string; readonly cookie: string | null }
  | { readonly refusal: SavedRefusal }

/** Id of the name field: of the form that saves, or of the one that renames. */
export function nameFieldId(id: string | null): string {
  return id === null ? 'nama' : `nama-${id}`
}

/**
 * Carries out a form: `save`, `rename` or `delete`. The first search a browser saves gives it its secret; who has signed in
 * needs none.
 * @throws Response 400 for a form that is none of ours, 401 or 403 for a list the viewer may not read.
 */
export async function actOnSavedSearches(
  context: Pick<RequestContext, 'db' | 'locale' | 'now' | 'viewer'>,
  request: Request,
  form: FormData,
): Promise<SavedActionResult> {
  const { db, locale, now, viewer } = context
  const { owner, cookie } = ownerFor(viewer, request)
  const name = form.get('nama')
  const id = String(form.get('id') ?? '')
  switch (form.get('intent')) {
    case 'save': {
      const target = targetOf(form.get('alamat'))
      if (!target) throw badRequest()
      if (target.list === 'pelaku') demand(viewer, 'actors:browse')
      const address = addressOf(target)
      const problem = await saveSearch(db, { owner, name, target, now })
      if (problem) return { refusal: refusalOf(locale, problem, cleanName(name), address, null) }
      return { next: `${address}#tersimpan`, cookie }
    }
    case 'rename': {
      const problem = await renameSearch(db, { owner, id, name })
      if (problem) return { refusal: refusalOf(locale, problem, cleanName(name), null, id) }
      return { next: `${paths.savedSearches()}#${id}`, cookie }
    }
    case 'delete':
      await forgetSearch(db, { owner, id })
      return { next: paths.savedSearches(), cookie }
    default:
      throw badRequest()
  }
}

function ownerFor(viewer: Viewer, request: Request): { readonly owner: string; readonly cookie: string | null } {
  if (viewer.accountId !== null) return { owner: ownerOfAccount(viewer.accountId), cookie: null }
  const secret = ownerSecret(request) ?? newSecret()
  return { owner: secretHash(secret), cookie: ownerCookie(secret, request) }
}

function refusalOf(
  locale: Locale,
  problem: SaveProblem,
  name: string,
  address: string | null,
  id: string | null,
): SavedRefusal {
  const t = messagesFor(locale).saved.problems
  const f = formatterFor(locale)
  const messages: Record<SaveProblem, string> = {
    name_missing: t.name_missing,
    name_long: t.name_long(f.number(nameLength(name))),
    name_taken: t.name_taken(name),
    too_many: t.too_many(f.number(MAX_SAVED)),
    gone: t.gone,
  }
  const field = problem === 'gone' || problem === 'too_many' ? 'isi' : nameFieldId(id)
  return { error: { field, message: messages[problem] }, name, address, id }
}
