import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag, Tag } from '#app/components/tag.tsx'
import type { Post } from '#app/domain/access/accounts.ts'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { AccountLine, AccountState, AccountsPage } from './accounts-page.server.ts'
import { MailNotice } from './mail-notice.tsx'
import { errorAt } from './new-password-fields.tsx'
import { PostFields } from './post-fields.tsx'

/** An invitation that was refused, with what was typed. */
export interface InviteRefusal {
  readonly errors: readonly FormError[]
  readonly name: string
  readonly email: string
  readonly post: Partial<Post>
}

const TONES = { active: 'leaf', invited: 'turmeric', disabled: 'plain' } as const

export function StateTag({ state }: { state: AccountState }) {
  const t = useMessages().accounts.manage.states
  return <Tag tone={TONES[state]}>{t[state]}</Tag>
}

export function AccountsView({ page, refusal }: { page: AccountsPage; refusal: InviteRefusal | null }) {
  const t = useMessages().accounts
  return (
    <>
      <PageHeader
        title={t.manage.title}
        intro={t.manage.intro}
        trail={[{ href: paths.account(), label: t.mine.title }]}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="daftar-akun" className="min-w-0">
          <h2 id="daftar-akun" className="mb-4 text-xl">
            {t.manage.list}
          </h2>
          {page.accounts.length > 0 ? (
            <List accounts={page.accounts} />
          ) : (
            <EmptyState title={t.manage.empty} text={t.manage.emptyText} level={3} />
          )}
        </section>
        <Invite page={page} refusal={refusal} />
      </div>
    </>
  )
}

function List({ accounts }: { accounts: readonly AccountLine[] }) {
  const t = useMessages().accounts
  return (
    <Table
      caption={t.manage.list}
      columns={[
        { key: 'name', label: t.manage.name },
        { key: 'role', label: t.manage.role },
        { key: 'place', label: t.manage.place },
        { key: 'state', label: t.manage.state },
      ]}
      rows={accounts.map((account) => ({
        id: account.id,
        href: paths.managedAccount(account.id),
        cells: {
          name: account.name,
          role: t.roles[account.role],
          place: account.place ?? t.bar.national,
          state: (
            <span className="flex flex-wrap gap-1.5">
              <StateTag state={account.state} />
              {account.demo && <DemoTag />}
            </span>
          ),
        },
      }))}
    />
  )
}

function Invite({ page, refusal }: { page: AccountsPage; refusal: InviteRefusal | null }) {
  const t = useMessages().accounts.manage
  const errors = refusal?.errors ?? []
  const { ownPlace } = page.choices
  return (
    <section aria-labelledby="undang" className="space-y-4">
      <h2 id="undang" className="text-xl">
        {t.invite}
      </h2>
      <p>{ownPlace === null ? t.inviteText : t.inviteCompanionText(ownPlace)}</p>
      <MailNotice goesTo={page.mailGoesTo} />
      <ErrorSummary errors={errors} />
      <form method="post" action={paths.accounts()} className="space-y-5">
        <TextField
          name="nama"
          label={t.name}
          {...errorAt(errors, 'nama')}
          input={{ defaultValue: refusal?.name ?? '', required: true, maxLength: 100, autoComplete: 'off' }}
        />
        <TextField
          name="surel"
          label={t.email}
          {...errorAt(errors, 'surel')}
          input={{
            type: 'email',
            defaultValue: refusal?.email ?? '',
            required: true,
            maxLength: 200,
            autoComplete: 'off',
          }}
        />
        <PostFields choices={page.choices} value={refusal?.post ?? {}} errors={errors} />
        <Button>{t.submit}</Button>
      </form>
    </section>
  )
}
