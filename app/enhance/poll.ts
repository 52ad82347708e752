import { announce } from './announce.ts'
import { loadPage, swap } from './swap.ts'

const HIDDEN_PAUSE = 5000
const FAILED_PAUSE = 10_000

async function refetch(id: string, controller: AbortController): Promise<number | null> {
  if (document.hidden) return HIDDEN_PAUSE
  const old = document.getElementById(id)
  if (!old) return null
  try {
    const page = await loadPage(old.dataset.pollUrl ?? location.href, controller.signal)
    const next = page.getElementById(id)
    if (!next) return null
    const pause = next.dataset.poll ? Number(next.dataset.poll) : null
    swap(old, document.adoptNode(next))
    if (pause === null) {
      document.title = page.title
      announce(document.getElementById(id)?.querySelector('[data-live-announce]')?.textContent ?? '')
    }
    return pause
  } catch {
    return FAILED_PAUSE
  }
}

/** Elements with an id and `data-poll="milliseconds"` refetch themselves until the attribute is gone. */
export function pollRegions(): void {
  const controller = new AbortController()
  addEventListener('pagehide', () => controller.abort())
  for (const region of document.querySelectorAll<HTMLElement>('[data-poll][id]')) {
    const { id } = region
    const turn = async () => {
      const pause = await refetch(id, controller)
      if (pause !== null && !controller.signal.aborted) setTimeout(turn, pause)
    }
    setTimeout(turn, Number(region.dataset.poll))
  }
}
