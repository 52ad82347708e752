import { phraseTerms } from './query-terms.ts'
import groups from './synonyms.json' with { type: 'json' }

/** Longest synonym in words. */
export const MAX_SYNONYM_WORDS = 3

const groupsByPhrase = new Map<string, (readonly string[])[]>()
for (const { terms } of groups) {
  const phrases = terms.map(phraseTerms)
  for (const phrase of phrases) {
    const key = phrase.join(' ')
    const others = phrases.filter((other) => other !== phrase)
    groupsByPhrase.set(key, [...(groupsByPhrase.get(key) ?? []), ...others])
  }
}

/** Phrases that mean the same as the given words, from synonyms.json. */
export function synonymsOf(words: readonly string[]): readonly (readonly string[])[] {
  return groupsByPhrase.get(words.join(' ')) ?? []
}

/** All groups, for an engine that keeps synonyms itself. */
export function synonymGroups(): readonly (readonly string[])[] {
  return groups.map((group) => group.terms)
}
