import { announce } from './announce.ts'
import { loadPage, swap } from './swap.ts'

const TYPING_PAUSE = 200
const running = new WeakMap<HTMLFormElement, AbortController>()
const waiting = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>()

/** The URL the form would go to, without its empty fields. */
function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action)
  url.search = ''
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') url.searchParams.append(name, value)
  }
  return url.href
}

function regions(page: Document): NodeListOf<Element> {
  return page.querySelectorAll('[data-live-region][id]')
}

async function refresh(form: HTMLFormElement): Promise<void> {
  running.get(form)?.abort()
  const controller = new AbortController()
  running.set(form, controller)
  const url = addressOf(form)
  for (const region of regions(document)) region.setAttribute('aria-busy', 'true')
  try {
    const page = await loadPage(url, controller.signal)
    for (const region of regions(document)) {
      const next = page.getElementById(region.id)
      if (next) swap(region, document.adoptNode(next))
    }
    document.title = page.title
    history.replaceState(history.state, '', url)
    announce(document.querySelector('[data-live-announce]')?.textContent ?? '')
  } catch (error) {
    if (controller.signal.aborted) return
    for (const region of regions(document)) region.removeAttribute('aria-busy')
    announce(form.dataset.liveFailed ?? String(error))
  }
}

function liveFormOf(target: EventTarget | null): HTMLFormElement | null {
  const form = (target as HTMLInputElement | null)?.form
  return form?.matches('form[data-live]') && (target as HTMLInputElement).name ? form : null
}

/** Forms marked `data-live` answer while one types. Listening on the document survives replaced regions. */
export function liveForms(): void {
  const schedule = (event: Event) => {
    const form = liveFormOf(event.target)
    if (!form) return
    clearTimeout(waiting.get(form))
    waiting.set(form, setTimeout(refresh, TYPING_PAUSE, form))
  }
  document.addEventListener('input', schedule)
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) schedule(event)
  })
}
