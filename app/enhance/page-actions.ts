import { announce } from './announce.ts'

/** `data-print` opens the print dialogue; `data-copy="#id"` copies that element's text, and says so with `data-copied`. */
export function pageActions(): void {
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-print],[data-copy]')
    if (!button) return
    if (button.dataset.print !== undefined) return window.print()
    const source = document.querySelector<HTMLElement>(button.dataset.copy!)
    if (!source) return
    await navigator.clipboard.writeText(source instanceof HTMLTextAreaElement ? source.value : source.innerText)
    if (button.dataset.copied) announce(button.dataset.copied)
  })
}
