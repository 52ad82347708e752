import { Button, LinkButton } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { RequestRefusal } from './proposal-list-action.server.ts'
import { ReasonFields } from './reason-fields.tsx'
import type { RequestLine } from './request-lines.server.ts'

/** What partners ask this district for; answered by choosing candidates, or declined with a reason. */
export function RequestList({
  requests,
  refusal,
}: {
  requests: readonly RequestLine[]
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
            <p id={`permintaan-${request.id}`} tabIndex={-1} className="font-semibold">
              {t.line(
                request.partnerName,
                request.offerName,
                request.places === null ? null : f.number(request.places),
              )}
            </p>
            {request.note && <p className="mt-1">{request.note}</p>}
            <Chosen request={request} />
            <div className="mt-3 flex flex-wrap items-start gap-3">
              <Yes request={request} />
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

/** The women the partner chose, and what stands in the way of proposing them today. */
function Chosen({ request }: { request: RequestLine }) {
  const t = useMessages().proposals.requests
  if (request.actors.length === 0) return request.gone ? <p className="mt-1 text-muted">{t.gone}</p> : null
  return (
    <>
      <ul className="mt-2 flex flex-wrap gap-x-4">
        {request.actors.map((actor) => (
          <li key={actor.id}>
            <a href={paths.actor(actor.id)} className="inline-flex min-h-11 items-center">
              {actor.code}
            </a>
          </li>
        ))}
      </ul>
      {request.problems.length === 0 ? (
        <p>{t.ready}</p>
      ) : (
        <Notice kind="warning" title={t.notReady}>
          <ul className="list-disc ps-5">
            {request.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

/** One press where everything is in order; else the way to where it is put in order. */
function Yes({ request }: { request: RequestLine }) {
  const t = useMessages().proposals.requests
  const ids = request.actors.map((actor) => actor.id)
  if (ids.length === 0)
    return request.gone ? null : (
      <LinkButton href={`${paths.offer(request.offerId, { kabkota: request.regency })}#cocok`} small>
        {t.choose}
      </LinkButton>
    )
  return request.problems.length === 0 ? (
    <form method="post">
      <input type="hidden" name="permintaan" value={request.id} />
      <Button small name="intent" value="accept_request">
        {t.accept}
      </Button>
    </form>
  ) : (
    <LinkButton
      href={paths.newProposal({ penawaran: request.offerId, pelaku: ids, permintaan: request.id })}
      look="secondary"
      small
    >
      {t.prepare}
    </LinkButton>
  )
}
