import { Fragment, type ReactNode } from 'react'
import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { AboutActorHeader } from '#app/features/actors/about-actor-header.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { CorrectionConflict } from './correction-conflict.tsx'
import { KnownSection } from './known-section.tsx'
import type { RightsRefused } from './rights-action.server.ts'
import type { RightsPage } from './rights-page.server.ts'

/** What is known about her, to be handed to her, and what she can ask for. */
export function RightsView({ page, refusal }: { page: RightsPage; refusal: RightsRefused | null }) {
  const t = useMessages()
  const f = useFormat()
  const { known } = page
  const action = paths.actorRights(known.id)
  return (
    <>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {refusal && refusal.conflict.length > 0 && <CorrectionConflict actorId={known.id} conflict={refusal.conflict} />}
      {page.done && (
        <div className="mb-6">
          <Notice kind="success" live title={t.rights.done[page.done]} />
        </div>
      )}
      <AboutActorHeader
        actor={known}
        title={t.rights.title(known.name ?? known.code)}
        intro={t.rights.intro}
        actions={
          <>
            <span className="js-only">
              <Button type="button" look="secondary" icon="print" data-print="">
                {t.common.button.print}
              </Button>
            </span>
            <LinkButton href={paths.actorRightsFile(known.id)} look="secondary" icon="download">
              {t.rights.json}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <KnownSection known={known} />
        <div className="no-print space-y-6">
          <Box title={t.rights.correct.title} text={t.rights.correct.text}>
            <form method="post" action={action} className="space-y-4">
              <input type="hidden" name="intent" value="correct" />
              {/* why: what stands now is what she sees; whoever changes it meanwhile is not overwritten */}
              {(['name', 'business_name', 'village', 'products'] as const).map((field) => {
                const stands = { ...known, business_name: known.businessName }[field]
                const error = refusal?.errors.find((one) => one.field === field)?.message
                return (
                  <Fragment key={field}>
                    <input type="hidden" name={`was_${field}`} value={stands ?? ''} />
                    <TextField
                      name={field}
                      label={t.rights.fields[field]}
                      input={{
                        defaultValue: refusal?.typed[field] ?? stands ?? '',
                        autoComplete: 'off',
                        maxLength: 300,
                      }}
                      {...(error ? { error } : {})}
                    />
                  </Fragment>
                )
              })}
              <Button look="secondary">{t.rights.correct.button}</Button>
            </form>
          </Box>
          <Box
            title={t.rights.objection.title}
            text={known.objectsToProfiling ? t.rights.objection.stands : t.rights.objection.text}
          >
            <form method="post" action={action}>
              <input type="hidden" name="intent" value={known.objectsToProfiling ? 'allow' : 'object'} />
              <Button look="secondary">
                {known.objectsToProfiling ? t.rights.objection.lift : t.rights.objection.button}
              </Button>
            </form>
          </Box>
          <Box title={t.rights.erase.title} text={t.rights.erase.text}>
            {page.erasedHere > 0 && (
              <p className="mb-4 text-sm text-muted">{t.rights.erase.sofar(f.number(page.erasedHere))}</p>
            )}
            <form method="post" action={action} className="space-y-4">
              <input type="hidden" name="intent" value="erase" />
              <TextField
                name="kode"
                label={t.rights.erase.code(known.code)}
                input={{ autoComplete: 'off' }}
                {...(refusal?.errors.some((one) => one.field === 'kode')
                  ? { error: refusal.errors.find((one) => one.field === 'kode')!.message }
                  : {})}
              />
              <Button look="danger">{t.rights.erase.button}</Button>
            </form>
          </Box>
        </div>
      </div>
    </>
  )
}

function Box({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 className="text-lg">{title}</h2>
      <p className="mt-1 mb-4 text-muted">{text}</p>
      {children}
    </section>
  )
}
