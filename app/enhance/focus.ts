/** A refused form comes back with its error summary in focus. */
export function focusSummary(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus()
}
