import { EmptyState } from '#app/components/empty-state.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { AboutActorHeader } from '#app/features/actors/about-actor-header.tsx'
import { useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import { AuditTable } from './audit-table.tsx'
import type { TrailPage } from './trail-page.server.ts'

/** Who saw or changed the data of one actor. */
export function TrailView({ page, pageSize }: { page: TrailPage; pageSize: number }) {
  const t = useMessages()
  const { trail } = t.audit
  return (
    <>
      <AboutActorHeader
        actor={{ id: page.actorId, code: page.code }}
        title={trail.title(page.code)}
        intro={trail.intro}
      />
      {page.lines.length === 0 ? (
        <EmptyState title={trail.empty.title} text={trail.empty.text} />
      ) : (
        <AuditTable lines={page.lines} caption={trail.caption} aboutOne />
      )}
      <Pagination
        page={page.page}
        pageSize={pageSize}
        total={page.total}
        hrefFor={(number) => paths.actorTrail(page.actorId, { hal: number })}
      />
    </>
  )
}
