import { useFormat, useMessages } from '#app/i18n/context.tsx'

/** Long work: counts, share, and the time left when it can be told. `total` 0 means not known yet. */
export function Progress(props: {
  label: string
  done: number
  total: number
  secondsLeft?: number | null
  id?: string
}) {
  const t = useMessages()
  const f = useFormat()
  const left = props.secondsLeft
  const time =
    left === null || left === undefined
      ? null
      : left < 90
        ? t.common.progress.seconds(f.number(Math.max(1, Math.round(left))))
        : t.common.progress.minutes(f.number(Math.round(left / 60)))
  const id = props.id ?? 'kemajuan'
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {props.label}
      </label>
      <progress id={id} className="mt-2" {...(props.total > 0 ? { max: props.total, value: props.done } : {})} />
      {props.total > 0 && (
        <p className="tabular text-sm text-muted">
          {t.common.progress.counts(f.number(props.done), f.number(props.total))}
          {time && `, ${t.common.progress.left(time)}`}
        </p>
      )}
    </div>
  )
}
