import { Button } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { DemoTag } from '#app/components/tag.tsx'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { StateTag } from './accounts-view.tsx'
import type { ManagedAccountPage } from './managed-account.server.ts'
import { errorAt } from './new-password-fields.tsx'
import { PostFields } from './post-fields.tsx'

type Errors = readonly FormError[]

export function ManagedAccountView(props: { page: ManagedAccountPage; errors: Errors; done: string | null }) {
  const t = useMessages().accounts
  const f = useFormat()
  const { page, errors, done } = props
  return (
    <>
      <PageHeader
        title={page.name}
        kicker={`${t.roles[page.role]}, ${page.place ?? t.bar.national}`}
        intro={
          <>
            <span className="[overflow-wrap:anywhere]">{page.email}</span>, {t.managed.invitedOn(f.day(page.createdOn))}
          </>
        }
        trail={[{ href: paths.accounts(), label: t.manage.title }]}
        marks={
          <>
            <StateTag state={page.state} />
            {page.demo && <DemoTag />}
          </>
        }
      />
      {done && errors.length === 0 && (
        <div className="mb-6 max-w-prose">
          <Notice kind="success" live>
            <p>{done === 'undangan' ? t.manage.invited(page.name) : t.managed.saved}</p>
          </Notice>
        </div>
      )}
      <ErrorSummary errors={errors} />
      <div className="grid gap-10 lg:grid-cols-2">
        {page.demo ? <p>{t.managed.demoText}</p> : <Keeping page={page} errors={errors} />}
        {page.actors && <Actors page={page} actors={page.actors} errors={errors} />}
      </div>
    </>
  )
}

function Keeping({ page, errors }: { page: ManagedAccountPage; errors: Errors }) {
  const t = useMessages().accounts.managed
  const here = paths.managedAccount(page.id)
  return (
    <div className="space-y-10">
      {page.choices.roles.length > 1 && (
        <form method="post" action={here} className="space-y-5">
          <h2 className="text-xl">{t.change}</h2>
          <p>{t.changeText}</p>
          <input type="hidden" name="versi" value={page.version} />
          <PostFields choices={page.choices} value={page.post} errors={errors} />
          <Button name="intent" value="ubah">
            {t.save}
          </Button>
        </form>
      )}
      {page.state === 'invited' && <Deed href={here} intent="undang-lagi" title={t.resend} text={t.resendText} />}
      {page.hasSecondFactor && (
        <Deed href={here} intent="atur-ulang-langkah" title={t.factorReset} text={t.factorResetText} />
      )}
      {page.state === 'disabled' ? (
        <Deed href={here} intent="hidupkan" title={t.enable} text="" />
      ) : (
        <Deed href={here} intent="matikan" title={t.disable} text={t.disableText} confirm={t.disableConfirm} />
      )}
    </div>
  )
}

function Deed(props: { href: string; intent: string; title: string; text: string; confirm?: string }) {
  return (
    <form method="post" action={props.href} className="space-y-3">
      {props.text && <p className="max-w-prose">{props.text}</p>}
      <Button
        name="intent"
        value={props.intent}
        look={props.confirm ? 'danger' : 'secondary'}
        {...(props.confirm ? { 'data-confirm': props.confirm } : {})}
      >
        {props.title}
      </Button>
    </form>
  )
}

function Actors(props: {
  page: ManagedAccountPage
  actors: NonNullable<ManagedAccountPage['actors']>
  errors: Errors
}) {
  const t = useMessages().accounts.managed.actors
  const f = useFormat()
  const { page, actors, errors } = props
  const here = paths.managedAccount(page.id)
  return (
    <section aria-labelledby="pelaku-dampingan" className="min-w-0 space-y-6">
      <h2 id="pelaku-dampingan" className="text-xl">
        {t.title}
      </h2>
      <form method="post" action={here} className="space-y-3">
        <SelectField
          name="desa"
          label={t.byVillage}
          options={actors.villages.map((village) => ({ value: village, label: village }))}
          {...errorAt(errors, 'desa')}
        />
        <Button name="intent" value="tambah-desa" look="secondary" icon="plus">
          {t.add}
        </Button>
      </form>
      <form method="post" action={here} className="space-y-3">
        <TextField
          name="kode"
          label={t.byCode}
          hint={t.byCodeHint}
          {...errorAt(errors, 'kode')}
          input={{ required: true, maxLength: 60, autoComplete: 'off' }}
        />
        <Button name="intent" value="tambah-kode" look="secondary" icon="plus">
          {t.add}
        </Button>
      </form>
      <p className="font-semibold">{actors.ids.length > 0 ? t.count(f.number(actors.ids.length)) : t.none}</p>
      <ul className="divide-y divide-line">
        {actors.ids.map((actorId) => (
          <li key={actorId} className="flex items-center justify-between gap-3 py-1.5">
            <a href={paths.actor(actorId)} className="[overflow-wrap:anywhere]">
              {actorCode(actorId)}
            </a>
            <form method="post" action={here}>
              <input type="hidden" name="kode" value={actorId} />
              <Button name="intent" value="lepas" look="quiet" small aria-label={t.removeNamed(actorCode(actorId))}>
                {t.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
