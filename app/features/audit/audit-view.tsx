import { Button, LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { AUDIT_ACTIONS } from '#app/domain/audit/event.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { AuditPage } from './audit-page.server.ts'
import { AUDIT_ROLES, auditAddress } from './audit-query.ts'
import { AuditTable } from './audit-table.tsx'

/** The log for administrators: its state, a filter, and the lines. */
export function AuditView({ page, pageSize }: { page: AuditPage; pageSize: number }) {
  const t = useMessages().audit
  const f = useFormat()
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <ChainState page={page} />
      <Filter page={page} />
      <p className="tabular mb-3 text-muted">{t.total(f.number(page.total))}</p>
      {page.lines.length === 0 ? (
        <EmptyState title={t.empty.title} text={t.empty.text}>
          <LinkButton href={paths.auditLog()} look="secondary">
            {t.filter.clear}
          </LinkButton>
        </EmptyState>
      ) : (
        <AuditTable lines={page.lines} caption={t.caption} />
      )}
      <Pagination
        page={page.page}
        pageSize={pageSize}
        total={page.total}
        hrefFor={(number) => paths.auditLog(auditAddress(page.query, number))}
      />
    </>
  )
}

function ChainState({ page }: { page: AuditPage }) {
  const t = useMessages().audit
  const f = useFormat()
  const { findings, head } = page
  return (
    <section aria-labelledby="keutuhan" className="mb-8 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 id="keutuhan" className="text-lg">
        {t.chain.title}
      </h2>
      {findings && (
        <div className="mt-3">
          {findings.length === 0 ? (
            <Notice kind="success" live title={t.chain.whole(f.number(head.count))} />
          ) : (
            <Notice kind="error" live title={t.chain.broken(f.number(findings.length))}>
              <ul className="list-disc ps-5">
                {findings.slice(0, 20).map((finding) => (
                  <li key={`${finding.fault}-${finding.seq}`}>
                    {t.chain.findings[finding.fault](f.number(finding.seq))}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      )}
      <p className="mt-2 max-w-prose text-muted">{t.chain.text}</p>
      <p className="tabular mt-2 text-sm break-all">
        {t.chain.head} <code>{`${head.count}:${head.hash}`}</code>
      </p>
      {page.erased > 0 && <p className="mt-2 text-muted">{t.erased(f.number(page.erased))}</p>}
      <form method="get" action={paths.auditLog()} className="no-print mt-3">
        <input type="hidden" name="periksa" value="1" />
        <Button look="secondary" small>
          {t.chain.verify}
        </Button>
      </form>
    </section>
  )
}

function Filter({ page }: { page: AuditPage }) {
  const t = useMessages().audit
  const { query } = page
  return (
    <form
      method="get"
      action={paths.auditLog()}
      aria-label={t.filter.title}
      className="no-print mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-5 lg:items-end"
    >
      <SelectField
        name="tindakan"
        label={t.filter.action}
        empty={t.filter.all}
        value={query.action ?? ''}
        options={AUDIT_ACTIONS.map((action) => ({ value: action, label: t.actions[action] }))}
      />
      <SelectField
        name="peran"
        label={t.filter.role}
        empty={t.filter.all}
        value={query.role ?? ''}
        options={AUDIT_ROLES.map((role) => ({ value: role, label: t.roles[role] }))}
      />
      <TextField name="dari" label={t.filter.from} input={{ type: 'date', defaultValue: query.from ?? '' }} />
      <TextField name="sampai" label={t.filter.until} input={{ type: 'date', defaultValue: query.until ?? '' }} />
      <div className="flex gap-2">
        {query.actor && <input type="hidden" name="pelaku" value={query.actor} />}
        <Button className="grow">{t.filter.apply}</Button>
        <LinkButton href={paths.auditLog()} look="quiet">
          {t.filter.clear}
        </LinkButton>
      </div>
    </form>
  )
}
