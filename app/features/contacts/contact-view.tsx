import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { AboutActorHeader } from '#app/features/actors/about-actor-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ContactPage, ContactRefused } from './contact-page.server.ts'

/** Her telephone number: kept or not, shown when asked for, changed and removed. */
export function ContactView({ page, refusal }: { page: ContactPage; refusal: ContactRefused | null }) {
  const t = useMessages()
  const c = t.contacts
  return (
    <>
      {refusal && <ErrorSummary errors={[{ field: 'nomor', message: refusal.error }]} />}
      {page.done && (
        <div className="mb-6">
          <Notice kind="success" live title={c.done[page.done]} />
        </div>
      )}
      <AboutActorHeader actor={page.actor} title={c.title} intro={c.intro} />
      <div className="max-w-prose space-y-8">
        <Kept page={page} />
        {page.mayWrite && <Write page={page} refusal={refusal} />}
      </div>
    </>
  )
}

function Kept({ page }: { page: ContactPage }) {
  const c = useMessages().contacts
  if (!page.isKept) return <p>{c.none}</p>
  if (page.missingKey !== null)
    return (
      <Notice kind="warning" title={c.missingKey.title}>
        {c.missingKey.text(page.missingKey)}
      </Notice>
    )
  if (page.phone !== null)
    return (
      <div>
        <p className="text-muted">{c.phone}</p>
        <p className="text-2xl font-semibold tabular-nums">{page.phone}</p>
        <p className="text-sm text-muted">{c.recorded}</p>
      </div>
    )
  return (
    <form method="get" action={paths.actorContact(page.actor.id)} className="space-y-3">
      <p>{c.kept}</p>
      <input type="hidden" name="tampilkan" value="1" />
      <Button>{c.show}</Button>
    </form>
  )
}

function Write({ page, refusal }: { page: ContactPage; refusal: ContactRefused | null }) {
  const c = useMessages().contacts
  const action = paths.actorContact(page.actor.id)
  return (
    <section aria-labelledby="ubah" className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 id="ubah" className="mb-3 text-lg">
        {page.isKept ? c.change : c.add}
      </h2>
      {page.canKeep ? (
        <form method="post" action={action} className="space-y-4">
          <input type="hidden" name="intent" value="set" />
          <TextField
            name="nomor"
            label={c.phone}
            hint={c.hint}
            input={{
              type: 'tel',
              inputMode: 'tel',
              autoComplete: 'off',
              maxLength: 40,
              defaultValue: refusal?.typed ?? '',
            }}
            {...(refusal ? { error: refusal.error } : {})}
          />
          <Button look="secondary">{c.save}</Button>
        </form>
      ) : (
        <p>{c.problems.noKey}</p>
      )}
      {page.isKept && (
        <form method="post" action={action} className="mt-6 border-t border-line pt-4">
          <input type="hidden" name="intent" value="remove" />
          <Button look="danger">{c.remove}</Button>
        </form>
      )}
    </section>
  )
}
