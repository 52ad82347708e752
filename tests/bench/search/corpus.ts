import { demoActor } from '#db/seed/demo-actor.ts'
import { createDemoWorld } from '#db/seed/demo-world.ts'
import { createRandom, mix, pick, type Random } from '#db/seed/random.ts'
import { actorDocument } from '#search/documents/actor-document.ts'
import type { SearchDocument } from '#search/engine.ts'

const SEED = 20261124
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const SYLLABLES =
  'ba bi bu ca da di do ga gi ha ja jo ka ki ku la li lo ma mi mu na ni nu pa pi pu ra ri ru sa si su ta ti tu wa wi ya yu'.split(
    ' ',
  )
const FLAVOURS =
  'asin manis pedas gurih balado original kemasan rumahan khas aneka super lembut renyah tradisional'.split(' ')

/** One edit of a kind a hurried hand makes, nowhere at the first letter; always another word than the one given. */
export function misspell(word: string, random: Random): string {
  for (;;) {
    const other = edited(word, random)
    if (other !== word) return other
  }
}

function edited(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 1))
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]!
  const kind = Math.floor(random() * 4)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at)
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1)
  return word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1)
}

/** A made-up word of the long tail, as names of products and brands are. */
function rareWord(random: Random): string {
  const length = 2 + Math.floor(random() * 3)
  return Array.from({ length }, () => pick(random, SYLLABLES)).join('')
}

/**
 * Documents of invented actors as offices would have typed them: a flavour here, a made-up name there, one word in sixty
 * misspelt. The same numbers give the same documents.
 */
export function* corpus(count: number, first = 1): Generator<SearchDocument> {
  const world = createDemoWorld('2026-11-24')
  for (let number = first; number < first + count; number++) {
    const { profile, products } = demoActor(number, SEED, world)
    const random = createRandom(mix(SEED, number))
    const words = products
      .split(' ')
      .map((word) => (word.length > 4 && random() < 1 / 60 ? misspell(word, random) : word))
    if (random() < 0.6) words.push(pick(random, FLAVOURS))
    if (random() < 0.5) words.push(rareWord(random))
    yield actorDocument({ ...profile, products: words.join(' ') })
  }
}

/** The same in batches, as an engine takes them. */
export async function* corpusBatches(count: number, size = 2000): AsyncGenerator<readonly SearchDocument[]> {
  let batch: SearchDocument[] = []
  for (const document of corpus(count)) {
    batch.push(document)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
