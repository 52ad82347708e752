import { Notice } from '#app/components/notice.tsx'
import { useFormat, useMessages } from '#app/i18n/context.tsx'

/** What an erasure just did, as the address of the list says it. */
export interface Erased {
  readonly code: string
  /** Attachments that concern others too and have to be looked through. */
  readonly filesToCheck: number
  /** Some files are in use and will be cleaned later. */
  readonly isUnfinished: boolean
}

export function readErased(address: URLSearchParams): Erased | null {
  const code = /^P-[0-9A-Z]{1,7}$/.exec(address.get('dihapus') ?? '')?.[0]
  if (!code) return null
  const filesToCheck = Number(/^\d{1,4}$/.exec(address.get('lampiran') ?? '')?.[0] ?? 0)
  return { code, filesToCheck, isUnfinished: address.has('menyusul') }
}

export function ErasedNotice({ code, filesToCheck, isUnfinished }: Erased) {
  const t = useMessages().rights.erase
  const f = useFormat()
  return (
    <div className="mb-6">
      <Notice kind="success" live title={t.done(code)}>
        <p>{t.doneText}</p>
        {filesToCheck > 0 && <p>{t.check(f.number(filesToCheck))}</p>}
        {isUnfinished && <p>{t.left}</p>}
      </Notice>
    </div>
  )
}
