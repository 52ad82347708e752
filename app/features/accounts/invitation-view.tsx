import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { ClosedLink } from './closed-link.tsx'
import type { InvitationPage } from './invitation-page.server.ts'
import { errorAt, NewPasswordFields } from './new-password-fields.tsx'

export function InvitationView({ page }: { page: InvitationPage }) {
  const t = useMessages().accounts
  if (page.state === 'closed') return <ClosedLink kind="invite" />
  const intro =
    page.state === 'first'
      ? t.invitation.introFirst
      : t.invitation.intro(t.roles[page.role], page.place ?? t.bar.national)
  return (
    <>
      <PageHeader title={t.invitation.title} intro={intro} />
      <ErrorSummary errors={page.errors} />
      <form method="post" className="max-w-md space-y-5 rounded-lg border border-line bg-surface p-4 sm:p-6">
        {page.state === 'first' ? (
          <>
            <TextField
              name="nama"
              label={t.invitation.name}
              {...errorAt(page.errors, 'nama')}
              input={{ autoComplete: 'name', defaultValue: page.name, required: true, maxLength: 100 }}
            />
            <TextField
              name="surel"
              label={t.invitation.email}
              {...errorAt(page.errors, 'surel')}
              input={{ type: 'email', autoComplete: 'username', defaultValue: page.email, required: true }}
            />
          </>
        ) : (
          <TextField
            name="surel"
            label={t.invitation.email}
            input={{ type: 'email', autoComplete: 'username', value: page.email, readOnly: true }}
          />
        )}
        <NewPasswordFields label={t.invitation.password} errors={page.errors} />
        <Button>{t.invitation.submit}</Button>
      </form>
    </>
  )
}
