import { useMessages } from '#app/i18n/context.tsx'
import type { Messages } from '#app/i18n/messages/index.ts'
import { paths } from '#app/lib/paths.ts'
import { useShell } from '#app/lib/shell-context.tsx'
import { LinkButton } from './button.tsx'
import { PageTitle } from './page-title.tsx'
import { SignInForm } from './sign-in-form.tsx'

function wordsFor(errors: Messages['errors'], status: number) {
  switch (status) {
    case 400:
      return errors.badRequest
    case 403:
      return errors.forbidden
    case 404:
      return errors.notFound
    case 405:
      return errors.methodNotAllowed
    case 413:
      return errors.tooLarge
    case 429:
      return errors.tooMany
    case 503:
      return errors.unavailable
    default:
      return errors.fault
  }
}

/** Says what went wrong and where to go; faults of ours carry the reference number that stands in the log. */
export function ErrorPage({ status, reference }: { status: number; reference: string }) {
  const t = useMessages()
  if (status === 401) return <SignInFirst />
  const words = wordsFor(t.errors, status)
  return (
    <section className="mx-auto max-w-prose py-6 sm:py-12">
      <PageTitle>{words.title}</PageTitle>
      <p className="tabular text-lg text-muted">{status}</p>
      <h1 className="mt-1 text-2xl sm:text-3xl">{words.title}</h1>
      <p className="mt-4 text-lg">{words.text}</p>
      {status >= 500 && reference && (
        <p className="mt-4">
          {t.errors.reference}: <code className="rounded bg-sunken px-1.5 py-0.5 select-all">{reference}</code>
        </p>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkButton href={paths.home()}>{t.errors.goHome}</LinkButton>
        <LinkButton href={paths.partners()} look="quiet">
          {t.errors.goPartners}
        </LinkButton>
      </div>
    </section>
  )
}

/** The page of 401: the doors themselves, which lead on to the page that was asked for. */
function SignInFirst() {
  const t = useMessages().accounts.signIn
  const { here } = useShell()
  return (
    <section>
      <PageTitle>{t.needed}</PageTitle>
      <h1 className="text-2xl sm:text-3xl">{t.needed}</h1>
      <p className="mt-3 mb-8 max-w-prose text-lg text-muted">{t.neededText}</p>
      <SignInForm back={here} />
    </section>
  )
}
