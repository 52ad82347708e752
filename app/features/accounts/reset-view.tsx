import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { ClosedLink } from './closed-link.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'
import type { ResetPage } from './reset-page.server.ts'

export function ResetView({ page }: { page: ResetPage }) {
  const t = useMessages().accounts.reset
  if (!page.open) return <ClosedLink kind="reset" />
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <ErrorSummary errors={page.errors} />
      <form method="post" className="max-w-md space-y-5 rounded-lg border border-line bg-surface p-4 sm:p-6">
        <NewPasswordFields label={t.password} errors={page.errors} />
        <Button>{t.submit}</Button>
      </form>
    </>
  )
}
