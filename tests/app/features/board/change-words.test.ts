import { expect, test } from 'vitest'
import { changeWords, unlockSentence } from '#app/features/board/change-words.ts'
import { exampleOffer, rule } from '#tests/support/example.ts'

test('a group that is too large is told to be smaller', () => {
  const offer = exampleOffer({ conditions: [rule('group_size', 'gte', 10), rule('group_size', 'lte', 25)] })
  expect(changeWords('id', { fact: 'group_size', to: 10 }, [offer])).toBe('Kelompok paling sedikit 10 orang')
  expect(changeWords('id', { fact: 'group_size', to: 25 }, [offer])).toBe('Kelompok paling banyak 25 orang')
  expect(changeWords('en', { fact: 'group_size', to: 25 }, [offer])).toBe('A group of at most 25 people')
})

test.each([
  ['permits', ['nib', 'npwp'], 'NIB (Nomor Induk Berusaha) dan NPWP'],
  ['bank_account', true, 'Rekening bank'],
  [
    'product_form',
    'dry_packaged',
    'Bentuk produk “Pangan kering dalam kemasan, tahan lebih dari 7 hari di suhu ruang”',
  ],
] as const)('%s to %s', (fact, to, words) => {
  expect(changeWords('id', { fact, to }, [])).toBe(words)
})

test('an unlock counts its actors and offers in words', () => {
  const unlock = { fact: 'internet', to: true, actors: 1, offers: ['a'] } as const
  expect(unlockSentence('id', unlock, [])).toBe('Akses internet untuk 1 pelaku membuka 1 penawaran')
  expect(unlockSentence('en', unlock, [])).toBe('Internet access for 1 actor opens 1 offer')
})
