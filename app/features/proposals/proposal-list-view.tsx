import { Button, LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Figure } from '#app/components/figure.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag, Tag } from '#app/components/tag.tsx'
import type { Rate } from '#app/domain/loop/rates.ts'
import { PROPOSAL_STATES } from '#app/domain/loop/states.ts'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { RequestRefusal } from './proposal-list-action.server.ts'
import type { ProposalLine, ProposalListPage } from './proposal-list-page.server.ts'
import { RequestList } from './request-list.tsx'
import { StateTag } from './state-tag.tsx'
import { TAB_WORDS, TABS } from './tabs.ts'

/** All proposals within reach: whose turn it is, how far the loop is closed. */
export function ProposalListView({ page, refusal }: { page: ProposalListPage; refusal: RequestRefusal | null }) {
  const t = useMessages()
  const p = t.proposals
  return (
    <>
      <ErrorSummary errors={refusal?.errors ?? []} />
      <PageHeader
        title={p.title}
        intro={p.intro}
        actions={
          page.mayOverride && (
            <LinkButton href={paths.overrides()} look="secondary" small>
              {t.overrides.link}
            </LinkButton>
          )
        }
      />
      <RequestList requests={page.requests} refusal={refusal} />
      <Tabs page={page} />
      <Filter page={page} />
      {page.lines.length === 0 ? (
        <EmptyState title={p.empty.title} text={p.empty.text}>
          <LinkButton href={paths.actors()} look="secondary">
            {p.empty.actors}
          </LinkButton>
        </EmptyState>
      ) : (
        <Lines lines={page.lines} />
      )}
      <Pagination
        page={page.page}
        pageSize={page.pageSize}
        total={page.total}
        hrefFor={(hal) =>
          paths.proposals({
            kelompok: TAB_WORDS[page.tab],
            keadaan: page.filter.state,
            mitra: page.filter.partnerId,
            hal,
          })
        }
      />
      <Rates page={page} />
      {page.digest && <Digest choice={page.digest} />}
    </>
  )
}

function Tabs({ page }: { page: ProposalListPage }) {
  const t = useMessages().proposals.tabs
  const f = useFormat()
  return (
    <nav aria-label={t.label} className="no-print mb-4 border-b border-line">
      <ul className="flex flex-wrap gap-x-2">
        {TABS.map((tab) => (
          <li key={tab}>
            <a
              href={paths.proposals({ kelompok: TAB_WORDS[tab] })}
              aria-current={tab === page.tab ? 'page' : undefined}
              className="quiet-link flex min-h-11 items-center border-b-[3px] border-transparent px-2 text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              {t.count(t[tab], f.number(page.counts[tab]))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Filter({ page }: { page: ProposalListPage }) {
  const t = useMessages().proposals
  return (
    <form method="get" action={paths.proposals()} className="no-print mb-6 flex flex-wrap items-end gap-3">
      <input type="hidden" name="kelompok" value={TAB_WORDS[page.tab]} />
      {page.tab === 'all' && (
        <div className="w-full sm:w-52">
          <SelectField
            name="keadaan"
            label={t.filter.state}
            empty={t.filter.anyState}
            value={page.filter.state ?? ''}
            options={PROPOSAL_STATES.map((value) => ({ value, label: t.states[value] }))}
          />
        </div>
      )}
      <div className="w-full sm:w-80">
        <SelectField
          name="mitra"
          label={t.filter.partner}
          empty={t.filter.anyPartner}
          value={page.filter.partnerId ?? ''}
          options={page.partners}
        />
      </div>
      <Button look="secondary">{t.filter.apply}</Button>
    </form>
  )
}

function Lines({ lines }: { lines: readonly ProposalLine[] }) {
  const t = useMessages().proposals
  const f = useFormat()
  return (
    <Table
      caption={t.title}
      columns={[
        { key: 'offer', label: t.column.offer },
        { key: 'partner', label: t.column.partner },
        { key: 'actors', label: t.column.actors },
        { key: 'state', label: t.column.state },
        { key: 'due', label: t.column.due },
        { key: 'moved', label: t.column.moved },
      ]}
      rows={lines.map((line) => ({
        id: line.id,
        href: paths.proposal(line.id),
        cells: {
          offer: line.offerName,
          partner: line.partnerName,
          actors: line.isGroup ? t.group(f.number(line.actors)) : t.actors(f.number(line.actors)),
          state: (
            <span className="flex flex-wrap gap-1.5">
              <StateTag state={line.state} />
              {line.isDemo && <DemoTag />}
            </span>
          ),
          due: line.dueOn && <Due dueOn={line.dueOn} daysLeft={line.daysLeft ?? 0} />,
          moved: f.day(line.movedOn),
        },
      }))}
    />
  )
}

/** The day an answer is due, and how far away that is. */
export function Due({ dueOn, daysLeft }: { dueOn: string; daysLeft: number }) {
  const t = useMessages().proposals
  const f = useFormat()
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {f.day(dueOn)}
      {daysLeft < 0 ? (
        <Tag tone="brick" icon="warning">
          {t.overdue(f.number(-daysLeft))}
        </Tag>
      ) : (
        <span className="text-sm text-muted">{t.daysLeft(f.number(daysLeft))}</span>
      )}
    </span>
  )
}

/** A share in large, with what it is a share of. */
export function RateFigure({ rate, label }: { rate: Rate; label: string }) {
  const t = useMessages().proposals.rates
  const f = useFormat()
  return (
    <Figure
      value={rate.value === null ? '-' : f.percent(rate.value)}
      label={
        <>
          {label} <span className="text-muted">({t.of(f.number(rate.part), f.number(rate.of))})</span>
        </>
      }
    />
  )
}

function Rates({ page }: { page: ProposalListPage }) {
  const t = useMessages().proposals.rates
  const f = useFormat()
  const { rates } = page
  return (
    <section aria-labelledby="lingkar" className="mt-12">
      <h2 id="lingkar" className="text-xl">
        {t.title}
      </h2>
      <p className="mt-2 mb-4 max-w-prose text-muted">
        {t.intro} {page.demoReferrals > 0 && t.demo(f.number(page.demoReferrals))}
      </p>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        <RateFigure rate={rates.answered} label={t.answered} />
        <RateFigure rate={rates.closedLoop} label={t.closedLoop} />
        <RateFigure rate={rates.helped} label={t.helped} />
        <RateFigure rate={rates.helpedOfSent} label={t.helpedOfSent} />
      </div>
    </section>
  )
}

function Digest({ choice }: { choice: NonNullable<ProposalListPage['digest']> }) {
  const t = useMessages().proposals.digest
  return (
    <section aria-labelledby="ringkasan" className="no-print mt-12">
      <h2 id="ringkasan" className="mb-3 text-xl">
        {t.title}
      </h2>
      <form method="post" className="flex flex-wrap items-end gap-3">
        <div className="w-full sm:w-64">
          <SelectField
            name="ringkasan"
            id="pilihan-ringkasan"
            label={t.label}
            value={choice}
            options={(['weekly', 'daily', 'none'] as const).map((value) => ({ value, label: t.options[value] }))}
          />
        </div>
        <Button look="secondary" name="intent" value="digest">
          {t.save}
        </Button>
      </form>
    </section>
  )
}
