import { Button } from '#app/components/button.tsx'
import { CONTROL_LOOK, Field } from '#app/components/field.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'
import { paths } from '#app/lib/paths.ts'
import type { ReceiptLine } from './consent-page.server.ts'
import { EVIDENCE_LIMIT } from './evidence-problem.ts'

/** The scans and recordings of one consent, and the way to add one. */
export function EvidencePart(props: { actorId: string; receipt: ReceiptLine; mayRecord: boolean }) {
  const t = useMessages().consents.evidence
  const f = useFormat()
  const { actorId, receipt } = props
  return (
    <>
      {receipt.evidence.length > 0 && (
        <ul className="mt-2 space-y-1">
          {receipt.evidence.map((one) => (
            <li key={one.id}>
              <a
                href={paths.consentEvidence(actorId, receipt.id, one.id)}
                className="inline-flex min-h-11 items-center"
                download
              >
                {t.file(t.kinds[one.kind], f.instant(one.addedAt), f.bytes(one.bytes))}
              </a>
            </li>
          ))}
        </ul>
      )}
      {props.mayRecord && receipt.state !== 'withdrawn' && (
        <details className="mt-1">
          <summary className="inline-block min-h-11 py-2 text-accent">{t.open}</summary>
          <form
            method="post"
            action={paths.consentEvidences(actorId, receipt.id)}
            encType="multipart/form-data"
            className="max-w-prose space-y-3 pt-2"
          >
            <Field id={`bukti-${receipt.id}`} name="bukti" label={t.label} hint={t.hint(f.bytes(EVIDENCE_LIMIT))}>
              {(control) => (
                <input
                  type="file"
                  required
                  accept=".pdf,.jpg,.jpeg,.png,.m4a,.ogg,.mp3,.webm"
                  {...control}
                  className={CONTROL_LOOK}
                />
              )}
            </Field>
            <Button look="secondary">{t.button}</Button>
          </form>
        </details>
      )}
    </>
  )
}
