import { LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Table } from '#app/components/table.tsx'
import { DemoTag, Tag } from '#app/components/tag.tsx'
import { Section } from '#app/features/actors/section.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ModelLine, MouLine, MouListPage } from './mou-list-page.server.ts'
import { MouStateTag } from './mou-state-tag.tsx'

/** The MoUs a person may see with what is left of each, and the model districts whose MoU can be recorded. */
export function MouListView({ page }: { page: MouListPage }) {
  const t = useMessages().mou
  return (
    <>
      <PageHeader
        title={t.title}
        intro={t.intro}
        actions={
          page.mayWrite && (
            <LinkButton href={paths.newMou()} icon="plus">
              {t.add}
            </LinkButton>
          )
        }
      />
      <div className="space-y-12">
        {page.mous.length === 0 ? (
          <EmptyState title={t.none} text={page.mayWrite ? t.noneText : undefined} />
        ) : (
          <MouTable mous={page.mous} />
        )}
        {page.models.length > 0 && (
          <Section id="daerah-model" title={t.model.title}>
            <p className="mb-3 text-muted">{t.model.intro}</p>
            <ModelTable models={page.models} />
          </Section>
        )}
      </div>
    </>
  )
}

function MouTable({ mous }: { mous: readonly MouLine[] }) {
  const t = useMessages().mou
  const f = useFormat()
  const columns = (['title', 'partner', 'place', 'ends', 'balance', 'state'] as const).map((key) => ({
    key,
    label: t.column[key],
    numeric: key === 'balance',
  }))
  const rows = mous.map((mou) => ({
    id: mou.id,
    href: paths.mou(mou.id),
    cells: {
      title: mou.title,
      partner: mou.partnerName ?? t.unknownPartner,
      place: mou.places.length === 0 ? t.noLimit : f.list(mou.places),
      ends: mou.endsOn === null ? t.unknownDay : f.day(mou.endsOn),
      balance: mou.balance === null ? '-' : f.number(mou.balance),
      state: (
        <span className="flex flex-wrap gap-1.5">
          <MouStateTag state={mou.state} />
          {mou.endsIn !== null && (
            <Tag tone="turmeric" icon="warning">
              {t.warning(f.number(mou.endsIn))}
            </Tag>
          )}
          {mou.isDemo && <DemoTag />}
        </span>
      ),
    },
  }))
  return <Table caption={t.title} columns={columns} rows={rows} />
}

function ModelTable({ models }: { models: readonly ModelLine[] }) {
  const t = useMessages().mou.model
  const f = useFormat()
  const columns = (['place', 'record'] as const).map((key) => ({ key, label: t.column[key] }))
  const rows = models.map(({ n, place, mouId }) => {
    const name = t.line(f.number(n), place ?? t.unknownPlace)
    return {
      id: `model-${n}`,
      cells: {
        place: name,
        record: mouId ? (
          <a href={paths.mou(mouId)} aria-label={`${t.open}: ${name}`}>
            {t.open}
          </a>
        ) : (
          <a href={paths.newMou({ model: n })} aria-label={`${t.record}: ${name}`}>
            {t.record}
          </a>
        ),
      },
    }
  })
  return <Table caption={t.title} columns={columns} rows={rows} />
}
