/** What a form that was refused comes back with: what was typed, and what is wrong with it. */
export interface PlanFormState {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

/** A form that is refused for one field. */
export function refusedForm(form: FormData, field: string, message: string): PlanFormState {
  const values: Record<string, string[]> = {}
  for (const name of new Set(form.keys())) values[name] = form.getAll(name).map(String)
  return { values, errors: [{ field, message }] }
}

/** What was typed before and what was wrong, for the fields of a form. */
export function typedValues(form: PlanFormState | undefined) {
  const text = (name: string): string => form?.values[name]?.[0] ?? ''
  const errorOf = (name: string): string | undefined => form?.errors.find((one) => one.field === name)?.message
  return {
    text,
    list: (name: string): readonly string[] => form?.values[name] ?? [],
    errorOf,
    /** Name and error of a field. */
    field: (name: string) => {
      const error = errorOf(name)
      return { name, ...(error ? { error } : {}) }
    },
    /** The input of a number. */
    number: (name: string) => ({ defaultValue: text(name), inputMode: 'numeric' as const }),
  }
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

export const numberOf = (form: FormData, name: string): number | undefined => {
  const text = textOf(form, name)
  return text === '' ? undefined : Number(text.replace(',', '.'))
}
