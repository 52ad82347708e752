import { Button, LinkButton } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CONTROL_LOOK, Field } from '#app/components/field.tsx'
import { Figure } from '#app/components/figure.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag, Tag } from '#app/components/tag.tsx'
import type { BurnDownPoint } from '#app/domain/loop/commitments.ts'
import { Section } from '#app/features/actors/section.tsx'
import type { UploadProblem } from '#app/features/documents/upload-problem.ts'
import { useFormat, useLocale, useMessages } from '#app/i18n/context.tsx'
import { termLabel } from '#app/i18n/terms.ts'
import { paths } from '#app/lib/paths.ts'
import { MouFacts } from './mou-facts.tsx'
import type { ClauseLine, MouPage } from './mou-page.server.ts'
import { MouStateTag } from './mou-state-tag.tsx'

/** One MoU: who promised what, what is left of it today and month by month, and what does not fit. */
export function MouView({ page, problem = null }: { page: MouPage; problem?: UploadProblem | null }) {
  const { mou: t, common } = useMessages()
  const p = t.page
  const f = useFormat()
  return (
    <>
      {problem && <ErrorSummary errors={[{ field: 'dokumen', message: common.upload.problems[problem] }]} />}
      <PageHeader
        title={page.title}
        kicker={p.kicker}
        trail={[{ href: paths.mous(), label: t.title }]}
        marks={
          <>
            <MouStateTag state={page.state} />
            {page.daysLeft !== null && (
              <Tag {...(page.warning !== null ? { tone: 'turmeric', icon: 'warning' } : {})}>
                {p.daysLeft(f.number(page.daysLeft))}
              </Tag>
            )}
            {page.isDemo && <DemoTag />}
          </>
        }
        actions={
          page.mayChange && (
            <LinkButton look="secondary" href={paths.editMou(page.id)}>
              {p.edit}
            </LinkButton>
          )
        }
      />
      <div className="space-y-12">
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <MouFacts page={page} />
          <Figure value={f.number(page.now.balance)} label={p.today} denominator={f.number(page.now.committed)} />
        </div>
        {page.mayChange && <Upload page={page} problem={problem} />}
        <Section id="komitmen" title={p.clauses}>
          <p className="mb-3 text-muted">
            {page.state === 'in_force'
              ? p.places(f.number(page.placesLeft))
              : page.state === 'unknown'
                ? p.placesUnknown
                : p.placesNone}
          </p>
          {page.clauses.length === 0 ? <p>{p.noClauses}</p> : <ClauseTable clauses={page.clauses} />}
        </Section>
        <Section id="perhatian" title={p.flags}>
          <Flags page={page} />
        </Section>
        {page.clauses.length > 0 && (
          <>
            <Section id="bulan" title={p.months}>
              <PointTable id="akhir" caption={p.monthsCaption} points={page.months} />
            </Section>
            <Section id="perjalanan" title={p.burnDown}>
              <PointTable id="hari" caption={p.burnDownCaption} points={page.days} />
            </Section>
          </>
        )}
      </div>
    </>
  )
}

function Upload({ page, problem }: { page: MouPage; problem: UploadProblem | null }) {
  const { mou: t, common } = useMessages()
  const p = t.page
  return (
    <form
      method="post"
      action={paths.mouDocument(page.id)}
      encType="multipart/form-data"
      className="no-print max-w-md space-y-3"
    >
      <Field
        name="dokumen"
        label={page.document ? p.replaceDocument : p.addDocument}
        hint={t.form.documentHint}
        {...(problem ? { error: common.upload.problems[problem] } : {})}
      >
        {(control) => (
          <input type="file" required accept=".pdf,.jpg,.jpeg,.png" {...control} className={CONTROL_LOOK} />
        )}
      </Field>
      <Button look="secondary" small>
        {p.upload}
      </Button>
    </form>
  )
}

function ClauseTable({ clauses }: { clauses: readonly ClauseLine[] }) {
  const t = useMessages().mou
  const p = t.page
  const f = useFormat()
  const locale = useLocale()
  const columns = [
    { key: 'clause', label: t.form.clauses },
    { key: 'committed', label: p.committed, numeric: true },
    { key: 'delivered', label: p.delivered, numeric: true },
    { key: 'balance', label: p.balance, numeric: true },
    { key: 'state', label: p.state },
  ]
  const rows = clauses.map((clause) => ({
    id: clause.id,
    cells: {
      clause: (
        <>
          {p.clause(
            f.number(clause.quantity),
            clause.need === null ? p.anyNeed : termLabel(locale, 'need', clause.need),
            clause.places.length === 0 ? t.everywhere : f.list(clause.places),
            clause.by === null ? p.untilEnd : f.day(clause.by),
          )}
          {clause.words && <span className="block text-sm font-normal text-muted">{clause.words}</span>}
        </>
      ),
      committed: f.number(clause.quantity),
      delivered: f.number(clause.delivered),
      balance: f.number(clause.balance),
      state: clauseState(clause, p, f.number(-clause.balance)),
    },
  }))
  return <Table caption={p.clauses} columns={columns} rows={rows} />
}

function clauseState(clause: ClauseLine, p: ReturnType<typeof useMessages>['mou']['page'], over: string) {
  if (clause.late)
    return (
      <Tag tone="brick" icon="warning">
        {p.late}
      </Tag>
    )
  if (clause.balance < 0)
    return (
      <Tag tone="turmeric" icon="warning">
        {p.over(over)}
      </Tag>
    )
  return clause.balance === 0 ? (
    <Tag tone="leaf" icon="check">
      {p.done}
    </Tag>
  ) : (
    <Tag>{p.onTrack}</Tag>
  )
}

function Flags({ page }: { page: MouPage }) {
  const p = useMessages().mou.page
  const f = useFormat()
  if (page.partner === null) return <Notice>{p.partnerUnknown}</Notice>
  const lines = [
    ...(page.over > 0 ? [p.over(f.number(page.over))] : []),
    ...page.misfits.map(({ why, count }) => p.flag(f.number(count), p.misfit[why])),
  ]
  if (lines.length === 0) return <p className="text-muted">{page.now.delivered === 0 ? p.noReferrals : p.noFlags}</p>
  return (
    <Notice kind="warning">
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}

function PointTable({ id, caption, points }: { id: string; caption: string; points: readonly BurnDownPoint[] }) {
  const p = useMessages().mou.page
  const f = useFormat()
  const columns = (['day', 'committed', 'delivered', 'balance'] as const).map((key) => ({
    key,
    label: p[key],
    numeric: key !== 'day',
  }))
  const rows = points.map((point) => ({
    id: `${id}-${point.on}`,
    cells: {
      day: f.day(point.on),
      committed: f.number(point.committed),
      delivered: f.number(point.delivered),
      balance: f.number(point.balance),
    },
  }))
  return <Table caption={caption} columns={columns} rows={rows} />
}
