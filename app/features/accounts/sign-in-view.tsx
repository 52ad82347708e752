import type { FormError } from '#app/components/error-summary.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SignInForm } from '#app/components/sign-in-form.tsx'
import { useMessages } from '#app/i18n/context.tsx'

/** A sign-in that was refused, with what was typed; never the password. */
export interface SignInRefusal {
  readonly errors: readonly FormError[]
  readonly email: string
  readonly back: string
}

export function SignInView({ back, refusal }: { back: string; refusal: SignInRefusal | null }) {
  const t = useMessages().accounts.signIn
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <SignInForm back={refusal?.back ?? back} email={refusal?.email ?? ''} errors={refusal?.errors ?? []} />
    </>
  )
}
