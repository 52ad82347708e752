import { Button, LinkButton } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Tag } from '#app/components/tag.tsx'
import { HiddenLine } from '#app/features/matches/hidden-line.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { BoardFilterForm } from './board-filter-form.tsx'
import type { BoardPage } from './board-page.server.ts'
import { filterQuery } from './board-query.ts'
import { BoardSummary } from './board-summary.tsx'
import { GapSection } from './gap-section.tsx'
import { GroupSection } from './group-section.tsx'
import { NextSteps } from './next-steps.tsx'
import { OfferSection } from './offer-section.tsx'
import { QuestionSection } from './question-section.tsx'
import { UnlockSection } from './unlock-section.tsx'

export function BoardView({ page }: { page: BoardPage }) {
  return (
    <>
      <BoardHeader page={page} />
      {page.district.actors === 0 ? (
        <EmptyDistrict page={page} />
      ) : (
        <>
          <BoardFilterForm page={page} />
          <div id="papan" data-live-region>
            <BoardBody page={page} />
          </div>
        </>
      )}
    </>
  )
}

function BoardHeader({ page }: { page: BoardPage }) {
  const t = useMessages().board.page
  const f = useFormat()
  const { region, district, isModel } = page
  const query = filterQuery(page.filter)
  return (
    <PageHeader
      kicker={t.kicker}
      title={region.name}
      intro={page.ownOnly && t.ownOnly}
      trail={[
        { href: paths.boards(), label: t.trail },
        { href: paths.boards({ provinsi: region.province.code }), label: region.province.name },
      ]}
      marks={
        (isModel || district.demoActors > 0) && (
          <>
            {isModel && <Tag tone="accent">{t.model}</Tag>}
            {district.demoActors > 0 && <Tag>{t.demo(f.number(district.demoActors), f.number(district.actors))}</Tag>}
          </>
        )
      }
      actions={
        district.actors > 0 && (
          <div id="berkas-papan" data-live-region className="contents">
            <LinkButton
              look="secondary"
              icon="download"
              href={paths.boardFile(region.code, 'xlsx', query)}
              download
              small
            >
              {t.xlsx}
            </LinkButton>
            <LinkButton look="quiet" icon="download" href={paths.boardFile(region.code, 'csv', query)} download small>
              {t.csv}
            </LinkButton>
            <span className="js-only">
              <Button type="button" look="quiet" icon="print" data-print="" small>
                {t.print}
              </Button>
            </span>
          </div>
        )
      }
    />
  )
}

function BoardBody({ page }: { page: BoardPage }) {
  const t = useMessages().board
  const f = useFormat()
  if (page.board.actors === 0) {
    return (
      <EmptyState title={t.filter.none} text={t.filter.noneText}>
        <LinkButton href={paths.board(page.region.code)} look="secondary">
          {t.filter.allClusters(f.number(page.district.actors))}
        </LinkButton>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="sr-only" data-live-announce>
        {t.filter.announce(f.number(page.board.actors), f.number(page.board.actorsServed))}
      </p>
      <BoardSummary page={page} />
      <div className="mb-6 empty:hidden">
        <HiddenLine hidden={page.hidden} />
      </div>
      <NextSteps page={page} />
      <JumpLinks page={page} />
      <div className="space-y-14">
        <OfferSection page={page} />
        <GapSection page={page} />
        <UnlockSection page={page} />
        <QuestionSection page={page} />
        <GroupSection page={page} />
      </div>
    </>
  )
}

function JumpLinks({ page }: { page: BoardPage }) {
  const t = useMessages().board.page
  const f = useFormat()
  const { board, ranked } = page
  const targets = [
    ['penawaran', t.jumps.offers, ranked.current.length + ranked.unverified.length],
    ['celah', t.jumps.gaps, page.gaps.length],
    ['perubahan', t.jumps.unlocks, board.unlocks.length],
    ['pertanyaan', t.jumps.questions, board.questions.length],
    ['kelompok', t.jumps.groups, page.groups.formed],
  ] as const
  return (
    <nav aria-label={t.jump} className="no-print mb-8 border-y border-line">
      <ul className="flex flex-wrap gap-x-6">
        {targets.map(([id, title, count]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-11 items-center">
              {title}
            </a>{' '}
            <span className="tabular text-sm text-muted">{f.number(count)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function EmptyDistrict({ page }: { page: BoardPage }) {
  const t = useMessages().board.empty
  return (
    <EmptyState title={t.title(page.region.name)} text={page.mayImport ? t.text : t.others}>
      {page.mayImport && (
        <>
          <LinkButton href={paths.imports()} icon="upload">
            {t.import}
          </LinkButton>
          <LinkButton href={paths.importTemplate()} look="secondary" icon="download">
            {t.template}
          </LinkButton>
        </>
      )}
      <LinkButton href={paths.partners({ kabkota: page.region.code })} look="quiet">
        {t.partners}
      </LinkButton>
    </EmptyState>
  )
}
