import { useMessages } from '#app/i18n/context.tsx'
import { Icon } from './icon.tsx'

export interface FormError {
  /** Id of the control to go to. */
  readonly field: string
  readonly message: string
}

/** Stands above a form that was refused; takes the focus (with scripts) and links to each field. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const t = useMessages()
  if (errors.length === 0) return null
  return (
    <div role="alert" tabIndex={-1} data-focus className="mb-6 rounded border-2 border-brick bg-brick-soft p-4">
      <h2 className="flex items-center gap-2 text-lg text-brick">
        <Icon name="warning" />
        {t.common.form.errorTitle}
      </h2>
      <ul className="mt-2 space-y-1">
        {errors.map((error) => (
          <li key={error.field + error.message}>
            <a href={`#${error.field}`} className="font-semibold text-brick">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
