/** Buttons with `data-confirm="question"` ask before they act. */
export function confirmButtons(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-confirm]')
    if (button && !window.confirm(button.dataset.confirm)) event.preventDefault()
  })
}
