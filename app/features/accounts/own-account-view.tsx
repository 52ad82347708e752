import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary, type FormError } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag, Tag } from '#app/components/tag.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { errorAt, NewPasswordFields } from './new-password-fields.tsx'
import type { OwnAccountPage, OwnSession } from './own-account-page.server.ts'

export function OwnAccountView({ page, errors }: { page: OwnAccountPage; errors: readonly FormError[] }) {
  const t = useMessages().accounts
  const done = page.done && { password: t.mine.password.done, session: t.mine.sessions.ended }[page.done]
  return (
    <>
      <PageHeader
        title={t.mine.title}
        marks={page.demo ? <DemoTag /> : undefined}
        actions={
          page.managesOthers ? (
            <LinkButton href={paths.accounts()} look="secondary" icon="people">
              {t.mine.manage}
            </LinkButton>
          ) : undefined
        }
      />
      {done && errors.length === 0 && (
        <div className="mb-6">
          <Notice kind="success" live>
            <p>{done}</p>
          </Notice>
        </div>
      )}
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-10">
          <Particulars page={page} />
          <Sessions sessions={page.sessions} />
        </div>
        <div className="space-y-10">
          <SecondFactor page={page} />
          <Password demo={page.demo} errors={errors} />
        </div>
      </div>
    </>
  )
}

function Particulars({ page }: { page: OwnAccountPage }) {
  const t = useMessages().accounts
  const lines = [
    [t.manage.name, page.name],
    [t.mine.email, page.email],
    [t.mine.role, t.roles[page.role]],
    [t.mine.place, page.place ?? t.bar.national],
  ] as const
  return (
    <dl className="grid gap-x-6 gap-y-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-[auto_1fr] sm:p-6">
      {lines.map(([term, text]) => (
        <div key={term} className="sm:contents">
          <dt className="text-muted">{term}</dt>
          <dd className="font-semibold [overflow-wrap:anywhere]">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useMessages().accounts.mine.sessions
  const f = useFormat()
  const nameOf = (session: OwnSession) => session.device || t.unknown
  return (
    <section aria-labelledby="perangkat">
      <h2 id="perangkat" className="mb-4 text-xl">
        {t.title}
      </h2>
      <Table
        caption={t.title}
        columns={[
          { key: 'device', label: t.device },
          { key: 'since', label: t.since },
          { key: 'until', label: t.until },
          { key: 'end', label: t.end },
        ]}
        rows={sessions.map((session) => ({
          id: `sesi-${session.id.slice(0, 12)}`,
          cells: {
            device: (
              <span className="flex flex-wrap items-center gap-2">
                {nameOf(session)}
                {session.here && <Tag tone="leaf">{t.here}</Tag>}
              </span>
            ),
            since: f.instant(session.since),
            until: f.instant(session.until),
            end: (
              <form method="post" action={paths.account()}>
                <input type="hidden" name="sesi" value={session.id} />
                <Button
                  name="intent"
                  value="akhiri"
                  look="secondary"
                  small
                  aria-label={t.endNamed(nameOf(session), f.instant(session.since))}
                >
                  {t.end}
                </Button>
              </form>
            ),
          },
        }))}
      />
      <form method="post" action={paths.account()} className="mt-5">
        <Button name="intent" value="keluar-semua" look="danger">
          {t.endAll}
        </Button>
        <p className="mt-2 text-sm text-muted">{t.endAllText}</p>
      </form>
    </section>
  )
}

function SecondFactor({ page }: { page: OwnAccountPage }) {
  const t = useMessages().accounts.mine.secondFactor
  const f = useFormat()
  const since = page.secondFactorSince
  return (
    <section aria-labelledby="langkah-kedua">
      <h2 id="langkah-kedua" className="mb-2 text-xl">
        {t.title}
      </h2>
      <p className="mb-4">{page.demo ? t.demo : since ? t.on(f.day(since.slice(0, 10))) : t.off}</p>
      {!page.demo && (
        <LinkButton href={paths.secondFactor()} look="secondary">
          {since ? t.manage : t.setUp}
        </LinkButton>
      )}
    </section>
  )
}

function Password({ demo, errors }: { demo: boolean; errors: readonly FormError[] }) {
  const t = useMessages().accounts.mine.password
  return (
    <section aria-labelledby="ganti-sandi">
      <h2 id="ganti-sandi" className="mb-2 text-xl">
        {t.title}
      </h2>
      {demo ? (
        <p>{t.demo}</p>
      ) : (
        <>
          <ErrorSummary errors={errors} />
          <form method="post" action={paths.account()} className="space-y-5">
            <TextField
              name="sandi"
              label={t.current}
              {...errorAt(errors, 'sandi')}
              input={{ type: 'password', autoComplete: 'current-password', required: true }}
            />
            <NewPasswordFields label={t.next} errors={errors} />
            <Button name="intent" value="ganti-sandi">
              {t.submit}
            </Button>
          </form>
        </>
      )}
    </section>
  )
}
