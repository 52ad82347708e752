import { Notice } from '#app/components/notice.tsx'
import { Table } from '#app/components/table.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { BoardPage } from './board-page.server.ts'
import { concernQuery, filterQuery } from './board-query.ts'
import { BoardSection } from './board-section.tsx'

/** The questions that settle most, each leading to the actors to ask. */
export function QuestionSection({ page }: { page: BoardPage }) {
  const t = useMessages()
  const f = useFormat()
  const { questions } = page.board
  const columns = [
    { key: 'question', label: t.board.questions.question },
    { key: 'actors', label: t.board.questions.actors, numeric: true },
    { key: 'settles', label: t.board.questions.settles, numeric: true },
  ]
  const rows = questions.map((question) => ({
    id: `tanya-${question.fact}`,
    href: paths.boardActors(page.region.code, {
      ...concernQuery({ ask: question.fact }),
      ...filterQuery(page.filter),
    }),
    cells: {
      question: t.match.question[question.fact],
      actors: f.number(question.actors),
      settles: f.number(question.settles),
    },
  }))
  return (
    <BoardSection
      id="pertanyaan"
      title={t.board.questions.title}
      intro={questions.length > 0 ? t.board.questions.intro : undefined}
    >
      {questions.length === 0 ? (
        <Notice>{t.board.questions.none}</Notice>
      ) : (
        <Table caption={t.board.questions.title} columns={columns} rows={rows} />
      )}
    </BoardSection>
  )
}
