import { Button } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { MailNotice } from './mail-notice.tsx'
import { errorAt } from './new-password-fields.tsx'

export interface ForgotPage {
  /** The form was sent, and a letter is on its way if there is an account. */
  readonly sent: boolean
  readonly mailGoesTo: 'smtp' | 'folder'
}

export function ForgotView({ page, errors }: { page: ForgotPage; errors: readonly FormError[] }) {
  const t = useMessages().accounts
  return (
    <>
      <PageHeader
        title={t.forgot.title}
        intro={t.forgot.intro}
        trail={[{ href: paths.signIn(), label: t.signIn.title }]}
      />
      <div className="max-w-md space-y-6">
        {page.sent && (
          <Notice kind="success" title={t.forgot.sentTitle} live>
            <p>{t.forgot.sent}</p>
          </Notice>
        )}
        <MailNotice goesTo={page.mailGoesTo} />
        <ErrorSummary errors={errors} />
        <form
          method="post"
          action={paths.forgotPassword()}
          className="space-y-5 rounded-lg border border-line bg-surface p-4 sm:p-6"
        >
          <TextField
            name="surel"
            label={t.signIn.email}
            {...errorAt(errors, 'surel')}
            input={{ type: 'email', autoComplete: 'username', required: true, maxLength: 200 }}
          />
          <Button>{t.forgot.submit}</Button>
        </form>
      </div>
    </>
  )
}
