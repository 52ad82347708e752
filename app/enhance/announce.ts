let region: HTMLElement | undefined

/** Reads a text out through one polite live region. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('p')
    region.className = 'sr-only'
    region.setAttribute('aria-live', 'polite')
    document.body.append(region)
  }
  region.textContent = text.trim()
}
