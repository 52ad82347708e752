import { Button } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import type { CapacityPage } from './capacity-page.server.ts'

/** What the link of a letter opens: the figure to confirm, thanks, or why the link confirms nothing. */
export function CapacityView({ page, errors }: { page: CapacityPage; errors: readonly FormError[] }) {
  const t = useMessages().capacity.link
  if (page.kind === 'thanks')
    return (
      <>
        <PageHeader title={t.thanks.title} />
        <Notice kind="success" live>
          {t.thanks.text}
        </Notice>
      </>
    )
  if (page.kind === 'dead') return <PageHeader title={t.dead[page.why].title} intro={t.dead[page.why].text} />
  return <Open page={page} errors={errors} />
}

function Open({ page, errors }: { page: Extract<CapacityPage, { kind: 'open' }>; errors: readonly FormError[] }) {
  const t = useMessages().capacity.link
  const desk = useMessages().desk.capacity
  const f = useFormat()
  const { known } = page
  const error = errors[0]?.message
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader title={page.offer} kicker={page.partner} intro={t.intro[page.reason]} />
      <div className="max-w-xl space-y-8">
        {known && (
          <form method="post" className="space-y-3">
            <p className="text-lg">
              {t.known(
                f.number(Math.max(0, known.slots - known.taken)),
                f.number(known.slots),
                known.asOf === null ? null : f.day(known.asOf),
              )}
            </p>
            <Button name="intent" value="same">
              {t.same}
            </Button>
          </form>
        )}
        <form method="post">
          <Button look="secondary" name="intent" value="none">
            {t.none}
          </Button>
        </form>
        <form method="post" className="space-y-4">
          <h2 className="text-xl">{known ? t.other : t.state}</h2>
          <TextField
            name="jumlah"
            label={t.slots}
            hint={t.slotsHint}
            {...(error ? { error } : {})}
            input={{ inputMode: 'numeric', autoComplete: 'off' }}
          />
          <TextField name="terisi" label={desk.taken} optional input={{ inputMode: 'numeric', autoComplete: 'off' }} />
          <Button look={known ? 'secondary' : 'primary'} name="intent" value="places">
            {desk.save}
          </Button>
        </form>
      </div>
    </>
  )
}
