import type { Highlight } from '../engine.ts'
import { tokenise } from './tokens.ts'

/**
 * The text in pieces, those marked whose word satisfies `matches`.
 * @returns null when nothing matched.
 */
export function highlight(text: string, matches: (term: string) => boolean): Highlight | null {
  const pieces: { text: string; hit: boolean }[] = []
  let reached = 0
  const spans = tokenise(text)
    .filter((token) => matches(token.term))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  for (const span of spans) {
    if (span.end <= reached) continue
    const start = Math.max(span.start, reached)
    if (start > reached) pieces.push({ text: text.slice(reached, start), hit: false })
    const last = pieces.at(-1)
    if (last?.hit && start === reached) last.text += text.slice(start, span.end)
    else pieces.push({ text: text.slice(start, span.end), hit: true })
    reached = span.end
  }
  if (reached === 0) return null
  if (reached < text.length) pieces.push({ text: text.slice(reached), hit: false })
  return pieces
}
