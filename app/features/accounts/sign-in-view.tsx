import type { FormError } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SignInForm } from '#app/components/sign-in-form.tsx'
import { useMessages } from '#app/i18n/context.tsx'

/** A sign-in that was refused, with what was typed; never the password. */
export interface SignInRefusal {
  readonly errors: readonly FormError[]
  readonly email: string
  readonly back: string
}

export interface SignInPage {
  readonly back: string
  /** What happened before: the password was reset, or the second step took too long. */
  readonly told: 'reset' | 'expired' | null
}

export function SignInView({ page, refusal }: { page: SignInPage; refusal: SignInRefusal | null }) {
  const t = useMessages().accounts
  return (
    <>
      <PageHeader title={t.signIn.title} intro={t.signIn.intro} />
      {page.told && !refusal && (
        <div className="mb-6 max-w-prose">
          {page.told === 'reset' ? (
            <Notice kind="success" title={t.reset.doneTitle} live>
              <p>{t.reset.done}</p>
            </Notice>
          ) : (
            <Notice kind="warning" title={t.code.expired} live />
          )}
        </div>
      )}
      <SignInForm back={refusal?.back ?? page.back} email={refusal?.email ?? ''} errors={refusal?.errors ?? []} />
    </>
  )
}
