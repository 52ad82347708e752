import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { useShell } from '#app/lib/shell-context.tsx'
import { DemoTag } from './tag.tsx'

const ACTION = 'inline-flex min-h-11 items-center px-2 text-sm font-semibold text-accent'

/** Above everything: who is signed in, in which role and for which place; or the way in. */
export function AccountBar() {
  const t = useMessages().accounts
  const { person, here } = useShell()
  const onDoor = here.startsWith(paths.signIn())
  return (
    <div className="no-print border-b border-line bg-sunken text-sm">
      <div className="mx-auto flex max-w-page items-center justify-between gap-x-4 px-4 sm:px-6">
        {person ? (
          <>
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 py-1.5 leading-snug">
              <span className="font-semibold">{person.name}</span>
              {person.demo && <DemoTag />}
              <span className="text-muted">
                {t.roles[person.role]}, {person.place ?? t.bar.national}
              </span>
            </p>
            <div className="-mr-2 flex shrink-0 items-center">
              <a href={paths.account()} className={`${ACTION} quiet-link`}>
                {t.bar.account}
              </a>
              <form method="post" action={paths.signOut()}>
                <button type="submit" className={`${ACTION} cursor-pointer hover:underline`}>
                  {t.bar.signOut}
                </button>
              </form>
            </div>
          </>
        ) : (
          <a
            href={onDoor ? paths.signIn() : paths.signIn({ kembali: here === paths.home() ? null : here })}
            className={`${ACTION} quiet-link -mr-2 ml-auto`}
          >
            {t.bar.signIn}
          </a>
        )}
      </div>
    </div>
  )
}
