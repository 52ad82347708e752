import { useFormat } from '#app/i18n/context.tsx'

/** A source by its name or host, with the date it speaks of. */
export function SourceLink(props: { name?: string | null; url: string | null; date: string | null }) {
  const f = useFormat()
  const name = props.name ?? (props.url ? new URL(props.url).hostname.replace(/^www\./, '') : null)
  if (!name) return null
  return (
    <>
      {props.url ? (
        <a href={props.url} rel="external">
          {name}
        </a>
      ) : (
        name
      )}
      {props.date && <span className="block text-sm text-muted">{f.day(props.date)}</span>}
    </>
  )
}
