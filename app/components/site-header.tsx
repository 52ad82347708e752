import { can, type Permission } from '#app/domain/access/permissions.ts'
import { useMessages } from '#app/i18n/context.tsx'
import { LOCALES } from '#app/i18n/locale.ts'
import { paths } from '#app/lib/paths.ts'
import { useShell } from '#app/lib/shell-context.tsx'
import { AccountBar } from './account-bar.tsx'
import { Icon } from './icon.tsx'
import { Woven } from './woven.tsx'

function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-9 shrink-0" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g transform="rotate(45 16 16)" className="fill-none stroke-on-accent" strokeWidth="2.2" strokeLinecap="round">
        <path d="M7.5 9h7M7.5 12.5h7M19.5 7.5v7M23 7.5v7M9 17.5v7M12.5 17.5v7M17.5 19.5h7M17.5 23h7" />
      </g>
    </svg>
  )
}

function LanguageSwitch() {
  const t = useMessages()
  const { locale, here } = useShell()
  return (
    <form method="post" action={paths.language()} className="flex items-center" aria-label={t.common.language.label}>
      <input type="hidden" name="back" value={here} />
      {LOCALES.map((code) => (
        <button
          key={code}
          type="submit"
          name="lang"
          value={code}
          lang={code}
          aria-pressed={code === locale}
          className={`min-h-11 min-w-11 px-2 text-sm uppercase ${
            code === locale ? 'font-semibold text-ink underline decoration-2 underline-offset-8' : 'text-muted'
          }`}
        >
          <span aria-hidden="true">{code}</span>
          <span className="sr-only normal-case">{t.common.language[code]}</span>
        </button>
      ))}
    </form>
  )
}

function SearchForm({ id, className }: { id: string; className: string }) {
  const t = useMessages()
  return (
    <form method="get" action={paths.partners()} className={`relative ${className}`}>
      <label className="sr-only" htmlFor={id}>
        {t.common.search.label}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        autoComplete="off"
        placeholder={t.common.search.label}
        className="h-11 w-full rounded border border-edge bg-surface pr-12 pl-3"
      />
      <button
        type="submit"
        className="absolute top-0 right-0 grid size-11 place-items-center text-muted hover:text-ink"
      >
        <Icon name="search" />
        <span className="sr-only">{t.common.search.submit}</span>
      </button>
    </form>
  )
}

/** On a phone the search box unfolds below the name; on wider screens it stands beside it. */
function HeaderSearch() {
  const t = useMessages()
  return (
    <>
      <details className="no-print ml-auto md:hidden">
        <summary className="bare grid size-11 place-items-center">
          <Icon name="search" />
          <span className="sr-only">{t.common.search.label}</span>
        </summary>
        <SearchForm id="cari-situs-kecil" className="absolute! inset-x-4 top-16 z-10" />
      </details>
      <SearchForm id="cari-situs" className="no-print ml-auto hidden w-80 md:block" />
    </>
  )
}

/** The entries of the menu in their order, each with what one must be allowed to do to see it. */
const MENU = [
  { href: paths.home(), label: 'home', needs: null },
  { href: paths.partners(), label: 'partners', needs: 'partners:read' },
  { href: paths.actors(), label: 'actors', needs: 'actors:browse' },
  { href: paths.boards(), label: 'matches', needs: 'boards:read' },
  { href: paths.gaps(), label: 'gaps', needs: 'gaps:read' },
  { href: paths.tasks(), label: 'tasks', needs: 'tasks:read' },
  { href: paths.readiness(), label: 'readiness', needs: 'readiness:read' },
  { href: paths.desk(), label: 'desk', needs: 'proposals:answer' },
  { href: paths.proposals(), label: 'proposals', needs: 'proposals:read' },
  { href: paths.mous(), label: 'mou', needs: 'mou:read' },
  { href: paths.plans(), label: 'plans', needs: 'plans:read' },
  { href: paths.programmes(), label: 'programmes', needs: 'programmes:read' },
  { href: paths.imports(), label: 'imports', needs: 'actors:import' },
  { href: paths.about(), label: 'about', needs: null },
] as const satisfies readonly { href: string; label: string; needs: Permission | null }[]

/** The top of every page: who is signed in, name, search, language, menu, and the woven edge. */
export function SiteHeader() {
  const t = useMessages()
  const { here, person } = useShell()
  const path = here.split('?')[0]!
  const role = person?.mayWork ? person.role : 'public'
  const entries = MENU.filter(({ needs }) => needs === null || can({ role }, needs))
  const isCurrent = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
  return (
    <header className="group/header relative bg-surface">
      <AccountBar />
      <div className="mx-auto flex max-w-page items-center gap-3 px-4 pt-3 pb-1 sm:px-6">
        <a href={paths.home()} className="quiet-link flex min-h-11 items-center gap-2.5 text-lg font-semibold text-ink">
          <Mark />
          {t.common.product}
        </a>
        <HeaderSearch />
        <div className="no-print md:ml-2">
          <LanguageSwitch />
        </div>
      </div>
      <nav
        aria-label={t.common.nav.label}
        className="no-print mx-auto max-w-page px-2 group-has-[details[open]]/header:mt-14 sm:px-4 md:mt-0!"
      >
        <ul className="flex flex-wrap">
          {entries.map(({ href, label }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={isCurrent(href) ? 'page' : undefined}
                className="quiet-link flex min-h-10 items-center border-b-[3px] sm:min-h-11 border-transparent px-2 text-ink hover:border-edge aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
              >
                {t.common.nav[label]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Woven className="text-accent opacity-75" />
    </header>
  )
}
