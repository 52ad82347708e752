/** What has the focus, in a way that survives replacing the element. */
interface Place {
  readonly selector: string
  readonly typed: HTMLInputElement | null
}

function placeOf(element: Element | null): Place | null {
  if (!(element instanceof HTMLElement)) return null
  const typed = element instanceof HTMLInputElement && !['checkbox', 'radio'].includes(element.type) ? element : null
  if (element.id) return { selector: `#${CSS.escape(element.id)}`, typed }
  const name = element.getAttribute('name')
  if (!name) return null
  const value = typed ? '' : `[value="${CSS.escape(element.getAttribute('value') ?? '')}"]`
  return { selector: `[name="${CSS.escape(name)}"]${value}`, typed }
}

function restoreTyped(next: Element | null, before: HTMLInputElement): void {
  if (!(next instanceof HTMLInputElement)) return
  next.value = before.value
  if (before.selectionStart !== null) next.setSelectionRange(before.selectionStart, before.selectionEnd)
}

/** Replaces an element by its newer self, keeping the focus, what is being typed, open disclosures and scroll. */
export function swap(old: Element, next: Element): void {
  const place = old.contains(document.activeElement) ? placeOf(document.activeElement) : null
  for (const details of old.querySelectorAll<HTMLDetailsElement>('details[id]')) {
    const twin = next.querySelector<HTMLDetailsElement>(`#${CSS.escape(details.id)}`)
    if (twin) {
      twin.open = details.open
      const from = details.querySelector('fieldset')?.scrollTop
      if (from) requestAnimationFrame(() => twin.querySelector('fieldset')?.scrollTo(0, from))
    }
  }
  old.replaceWith(next)
  if (!place) return
  const focus = next.querySelector<HTMLElement>(place.selector)
  focus?.focus({ preventScroll: true })
  if (place.typed) restoreTyped(focus, place.typed)
}

/** The page at a URL, parsed. @throws when it cannot be loaded or is not a page. */
export async function loadPage(url: string, signal: AbortSignal): Promise<Document> {
  const response = await fetch(url, { signal, headers: { Accept: 'text/html' }, credentials: 'same-origin' })
  if (!response.ok) throw new Error(String(response.status))
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}
