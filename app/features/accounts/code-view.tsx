import { Button } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'

/** The second of two steps of signing in. */
export function CodeView({ back, errors }: { back: string; errors: readonly FormError[] }) {
  const t = useMessages().accounts
  return (
    <>
      <PageHeader title={t.code.title} intro={t.code.intro} trail={[{ href: paths.signIn(), label: t.signIn.title }]} />
      <ErrorSummary errors={errors} />
      <form
        method="post"
        action={paths.signInCode()}
        className="max-w-md space-y-5 rounded-lg border border-line bg-surface p-4 sm:p-6"
      >
        <input type="hidden" name="kembali" value={back} />
        <TextField
          name="kode"
          label={t.code.code}
          {...(errors[0] ? { error: errors[0].message } : {})}
          input={{ autoComplete: 'one-time-code', inputMode: 'text', maxLength: 40, required: true }}
        />
        <Button>{t.code.submit}</Button>
        <p className="text-sm text-muted">{t.code.lost}</p>
      </form>
    </>
  )
}
