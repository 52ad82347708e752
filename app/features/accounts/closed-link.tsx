import { LinkButton } from '#app/components/button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'

/** A link of a letter that was used, ran out or is none. */
export function ClosedLink({ kind }: { kind: 'reset' | 'invite' }) {
  const t = useMessages().accounts
  return (
    <>
      <PageHeader title={t.link.closedTitle} intro={t.link.closed} />
      {kind === 'invite' && <p className="mb-6 max-w-prose">{t.link.askInvite}</p>}
      <div className="flex flex-wrap gap-3">
        {kind === 'reset' && <LinkButton href={paths.forgotPassword()}>{t.link.askReset}</LinkButton>}
        <LinkButton href={paths.signIn()} look={kind === 'reset' ? 'secondary' : 'primary'}>
          {t.signIn.title}
        </LinkButton>
      </div>
    </>
  )
}
