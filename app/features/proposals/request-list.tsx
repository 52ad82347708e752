import { Button, LinkButton } from '#app/components/button.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { RequestRefusal } from './proposal-list-action.server.ts'
import type { ProposalListPage } from './proposal-list-page.server.ts'
import { ReasonFields } from './reason-fields.tsx'

/** What partners ask this district for; answered by choosing candidates, or declined with a reason. */
export function RequestList({
  requests,
  refusal,
}: {
  requests: ProposalListPage['requests']
  refusal: RequestRefusal | null
}) {
  const t = useMessages().proposals.requests
  const f = useFormat()
  if (requests.length === 0) return null
  const refused = (id: string) => refusal?.requestId === id
  const errors = Object.fromEntries((refusal?.errors ?? []).map((one) => [one.field, one.message]))
  return (
    <section aria-labelledby="permintaan" className="no-print mb-8">
      <h2 id="permintaan" className="text-xl">
        {t.title}
      </h2>
      <p className="mt-1 mb-3 text-muted">{t.intro}</p>
      <ul className="space-y-3">
        {requests.map((request) => (
          <li key={request.id} className="rounded-lg border border-line bg-surface p-4">
            <p className="font-semibold">
              {t.line(
                request.partnerName,
                request.offerName,
                request.places === null ? null : f.number(request.places),
              )}
            </p>
            {request.note && <p className="mt-1">{request.note}</p>}
            <div className="mt-3 flex flex-wrap items-start gap-3">
              <LinkButton href={`${paths.offer(request.offerId, { kabkota: request.regency })}#cocok`} small>
                {t.choose}
              </LinkButton>
              <details open={refused(request.id) || undefined}>
                <summary className="min-h-9 py-1.5 text-accent">{t.decline}</summary>
                <form method="post" className="mt-2 max-w-md space-y-3">
                  <input type="hidden" name="permintaan" value={request.id} />
                  <ReasonFields
                    kind="decline"
                    conditions={[]}
                    scope={request.id}
                    errors={refused(request.id) ? errors : {}}
                    typed={refused(request.id) ? refusal!.typed : {}}
                  />
                  <Button look="danger" small name="intent" value="decline_request">
                    {t.decline}
                  </Button>
                </form>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
