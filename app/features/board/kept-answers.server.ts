import type { DbClient } from '#db/client.ts'
import { getWatermark } from '#db/queries/change-log.ts'
import type { BoardCalls } from './board-request.ts'
import { type BoardThread, boardThread } from './board-thread.server.ts'

const MOST_KEPT = 60

interface Kept {
  /** Change-log position the answers belong to. */
  watermark: number
  readonly answers: Map<string, Promise<unknown>>
  readonly thread: BoardThread | null
}

const keptByDatabase = new WeakMap<object, Kept>()

function keptFor(client: DbClient): Kept {
  let kept = keptByDatabase.get(client.db)
  if (!kept) {
    // why: a database in memory belongs to one connection, so another thread cannot read it
    const file = client.sqlite.memory ? null : client.sqlite.name
    kept = { watermark: -1, answers: new Map(), thread: file === null ? null : boardThread(file) }
    keptByDatabase.set(client.db, kept)
  }
  return kept
}

export interface Question<C extends keyof BoardCalls> {
  readonly call: C
  readonly request: Parameters<BoardCalls[C]>[0]
  /** Whether answering it would hold the event loop for more than 50 ms. */
  readonly isHeavy: () => Promise<boolean>
  readonly onTheLoop: () => Promise<ReturnType<BoardCalls[C]>>
}

/**
 * Answers from what is kept until anything in the database changes; heavy questions go to another thread. The same
 * question asked meanwhile shares one answer.
 */
export async function keptAnswer<C extends keyof BoardCalls>(
  client: DbClient,
  question: Question<C>,
): Promise<ReturnType<BoardCalls[C]>> {
  const kept = keptFor(client)
  const watermark = await getWatermark(client.db)
  if (watermark !== kept.watermark) {
    kept.answers.clear()
    kept.watermark = watermark
  }
  const key = JSON.stringify([question.call, question.request])
  const known = kept.answers.get(key)
  if (known) return known as Promise<ReturnType<BoardCalls[C]>>
  if (kept.answers.size >= MOST_KEPT) kept.answers.delete(kept.answers.keys().next().value!)
  const asked = question
    .isHeavy()
    .then((heavy) => (kept.thread && heavy ? kept.thread.call(question.call, question.request) : question.onTheLoop()))
  kept.answers.set(key, asked)
  asked.catch(() => {
    if (kept.answers.get(key) === asked) kept.answers.delete(key)
  })
  return asked
}
