import { useMessages } from '#app/i18n/context.tsx'
import { Button, LinkButton } from './button.tsx'

/** A short text to be copied, or sent by WhatsApp. `rows` is how much of it stands open. */
export function ShareBox(props: { id: string; label: string; text: string; rows: number }) {
  const t = useMessages()
  return (
    <>
      <textarea
        id={props.id}
        readOnly
        rows={props.rows}
        aria-label={props.label}
        defaultValue={props.text}
        className="mt-2 w-full rounded border border-line bg-sunken p-3 text-sm"
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <span className="js-only">
          <Button
            type="button"
            look="secondary"
            icon="copy"
            small
            data-copy={`#${props.id}`}
            data-copied={t.common.button.copied}
          >
            {t.common.button.copy}
          </Button>
        </span>
        <LinkButton
          href={`https://wa.me/?text=${encodeURIComponent(props.text)}`}
          rel="external noreferrer"
          look="secondary"
          icon="share"
          small
        >
          {t.actors.share.send}
        </LinkButton>
      </div>
    </>
  )
}
