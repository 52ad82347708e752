import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { useShell } from '#app/lib/shell-context.tsx'
import { Button } from './button.tsx'
import { ErrorSummary, type FormError } from './error-summary.tsx'
import { TextField } from './field.tsx'
import { DemoTag } from './tag.tsx'

/** The doors in: address and password, and one tap for each demo account. `back` is where to go afterwards. */
export function SignInForm(props: { back: string; email?: string; errors?: readonly FormError[] }) {
  const { demoRoles } = useShell()
  const t = useMessages().accounts.signIn
  const errors = props.errors ?? []
  const errorOf = (field: string) => {
    const message = errors.find((error) => error.field === field)?.message
    return message === undefined ? {} : { error: message }
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <div className={`grid gap-8 ${demoRoles.length > 0 ? 'lg:grid-cols-2' : 'max-w-md'}`}>
        <form
          method="post"
          action={paths.signIn()}
          className="space-y-5 self-start rounded-lg border border-line bg-surface p-4 sm:p-6"
        >
          <input type="hidden" name="kembali" value={props.back} />
          <TextField
            name="surel"
            label={t.email}
            {...errorOf('surel')}
            input={{ type: 'email', autoComplete: 'username', defaultValue: props.email ?? '', required: true }}
          />
          <TextField
            name="sandi"
            label={t.password}
            {...errorOf('sandi')}
            input={{ type: 'password', autoComplete: 'current-password', required: true }}
          />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button name="intent" value="masuk">
              {t.submit}
            </Button>
            <a href={paths.forgotPassword()} className="inline-flex min-h-11 items-center">
              {t.forgot}
            </a>
          </div>
          <p className="text-sm text-muted">{t.noAccount}</p>
        </form>
        {demoRoles.length > 0 && <DemoDoors back={props.back} />}
      </div>
    </>
  )
}

function DemoDoors({ back }: { back: string }) {
  const { demoRoles } = useShell()
  const t = useMessages().accounts
  return (
    <form method="post" action={paths.signIn()} aria-labelledby="akun-contoh" className="min-w-0">
      <input type="hidden" name="kembali" value={back} />
      <input type="hidden" name="intent" value="contoh" />
      <h2 id="akun-contoh" className="flex flex-wrap items-center gap-2 text-xl">
        {t.signIn.demo.title}
        <DemoTag />
      </h2>
      <p className="mt-2 text-sm text-muted">{t.signIn.demo.text}</p>
      <ul className="mt-4 space-y-3">
        {demoRoles.map((role) => (
          <li key={role}>
            <Button
              look="secondary"
              name="peran"
              value={role}
              className="w-full flex-col gap-0! items-start! text-start"
            >
              {t.signIn.demo.button(t.roles[role])}
              <span className="text-sm font-normal text-muted">{t.signIn.demo.what[role]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  )
}
