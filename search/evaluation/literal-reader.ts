import { type Alternative, QUALITY, type QueryReader } from '../text/expand.ts'

/**
 * The words as typed, the last one also as a prefix, and typos: no affixes, synonyms, variants or names of places, and no
 * compounds ("p-irt" is two words, "kue-kue" is "kue"). Evaluation measures by it what knowing Bahasa Indonesia is worth.
 */
export const literalReader: QueryReader = (words, lexicon) =>
  words.flatMap(({ term, parts, open }) => {
    const plain = parts.length > 0 ? parts : [term]
    return plain.map((word, at) => {
      const alternatives: Alternative[] = [{ terms: [word], prefix: false, quality: QUALITY.exact }]
      if (open && at === plain.length - 1) alternatives.push({ terms: [word], prefix: true, quality: QUALITY.close })
      for (const neighbour of lexicon.neighbours(word)) {
        alternatives.push({ terms: [neighbour], prefix: false, quality: QUALITY.typo })
      }
      return { words: [alternatives], phrase: [] }
    })
  })
