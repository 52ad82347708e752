import { randomUUID } from 'node:crypto'
import type { Db } from '#db/client.ts'
import { exchangeSetting, getSetting } from '#db/queries/settings.ts'
import { SearchUnavailable } from './engine.ts'

/** Whoever died while it wrote holds the others up for so long. */
const HELD_MS = 60_000
const RENEWED_MS = 15_000
const LOOKED_MS = 50
const PATIENCE_MS = 10 * 60_000

/** Runs pieces of work one after another, never two at once. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

interface Held {
  readonly holder: string
  /** Milliseconds since 1970; past when nobody holds it. */
  readonly until: number
}

/** Turns within this process. */
export function ownTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

/**
 * Turns among all processes that use a database, for work on a server that has no transactions. The turn stands in the
 * database as a setting of this name, renewed while the work goes on.
 * @throws SearchUnavailable when others write for longer than anybody should wait.
 */
export function sharedTurns(db: () => Db, name: string): Turns {
  const own = ownTurns()
  return (work) => own(() => inTurn(db(), `search-writer:${name}`, work))
}

async function inTurn<T>(db: Db, key: string, work: () => Promise<T>): Promise<T> {
  let mine = await taken(db, key)
  let renewing: Promise<unknown> = Promise.resolve()
  const renewal = setInterval(() => {
    const next = { ...mine, until: Date.now() + HELD_MS }
    renewing = exchangeSetting(db, key, mine, next).then(
      (renewed) => {
        if (renewed) mine = next
      },
      () => {},
    )
  }, RENEWED_MS)
  renewal.unref()
  try {
    return await work()
  } finally {
    clearInterval(renewal)
    await renewing
    // why: a turn that cannot be given back ends by itself
    await exchangeSetting(db, key, mine, { ...mine, until: 0 }).catch(() => false)
  }
}

async function taken(db: Db, key: string): Promise<Held> {
  const holder = randomUUID()
  const patience = Date.now() + PATIENCE_MS
  for (;;) {
    const known = await getSetting<Held>(db, key)
    const mine = { holder, until: Date.now() + HELD_MS }
    if ((known === undefined || known.until < Date.now()) && (await exchangeSetting(db, key, known, mine))) return mine
    if (Date.now() > patience) throw new SearchUnavailable('another process keeps writing to the search server')
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS))
  }
}
