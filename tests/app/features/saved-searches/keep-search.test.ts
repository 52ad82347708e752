import { beforeEach, expect, test } from 'vitest'
import { forgetSearch, renameSearch, saveSearch } from '#app/features/saved-searches/keep-search.server.ts'
import { MAX_SAVED } from '#app/features/saved-searches/saved-name.ts'
import { targetOf } from '#app/features/saved-searches/saved-target.ts'
import type { DbClient } from '#db/client.ts'
import { findSavedSearches } from '#db/queries/saved-searches.ts'
import { testDb } from '#tests/support/test-db.ts'

let client: DbClient
beforeEach(async () => {
  client = await testDb()
})

const NOW = '2026-11-24T03:00:00.000Z'
const save = (name: unknown, address = '/mitra?q=modal', owner = 'a', now = NOW) =>
  saveSearch(client.db, { owner, name, target: targetOf(address)!, now })
const kept = async (owner = 'a') =>
  (await findSavedSearches(client.db, owner)).map((row) => [row.name, row.path_and_query])

test('a search is kept under its name, the newest first, and belongs to its owner alone', async () => {
  expect(await save('Modal')).toBeNull()
  expect(await save('Batik di Kendal', '/pelaku?kabkota=33.24&q=batik', 'a', '2026-11-25T03:00:00.000Z')).toBeNull()
  expect(await kept()).toEqual([
    ['Batik di Kendal', '/pelaku?q=batik&kabkota=33.24'],
    ['Modal', '/mitra?q=modal'],
  ])
  expect(await kept('b')).toEqual([])
})

test('the same search in other words is kept once, under the newer name', async () => {
  await save('Satu', '/mitra?sektor=food_snack&sektor=garment&hal=3')
  expect(await save('Dua', '/mitra?sektor=garment&sektor=food_snack&utm=x')).toBeNull()
  expect(await kept()).toEqual([['Dua', '/mitra?sektor=food_snack&sektor=garment']])
})

test('a name is one line of at most 80 letters, and no other search of the owner has it', async () => {
  expect(await save(' \n\t ')).toBe('name_missing')
  expect(await save(null)).toBe('name_missing')
  expect(await save('x'.repeat(81))).toBe('name_long')
  expect(await save('🧵'.repeat(80))).toBeNull()
  expect(await save('  Modal\u0000\n usaha ', '/mitra?q=a')).toBeNull()
  expect(await save('MODAL USAHA', '/mitra?q=b')).toBe('name_taken')
  expect(await save('MODAL USAHA', '/mitra?q=b', 'b')).toBeNull()
  expect(await kept()).toContainEqual(['Modal usaha', '/mitra?q=a'])
})

test('one owner keeps fifty searches; the next is refused until one is deleted', async () => {
  for (let n = 1; n <= MAX_SAVED; n++) expect(await save(`Nomor ${n}`, `/mitra?q=kata${n}`)).toBeNull()
  expect(await save('Satu lagi', '/mitra?q=lain')).toBe('too_many')
  expect(await save('Nomor 1 baru', '/mitra?q=kata1')).toBeNull()
  const [first] = await findSavedSearches(client.db, 'a')
  await forgetSearch(client.db, { owner: 'a', id: first!.id })
  expect(await save('Satu lagi', '/mitra?q=lain')).toBeNull()
  expect(await kept()).toHaveLength(50)
})

test('only the owner renames and deletes, and deleting twice is no error', async () => {
  await save('Modal')
  const { id } = (await findSavedSearches(client.db, 'a'))[0]!
  expect(await renameSearch(client.db, { owner: 'b', id, name: 'Milik saya' })).toBe('gone')
  await forgetSearch(client.db, { owner: 'b', id })
  expect(await kept()).toEqual([['Modal', '/mitra?q=modal']])
  expect(await renameSearch(client.db, { owner: 'a', id, name: 'modal' })).toBeNull()
  expect(await renameSearch(client.db, { owner: 'a', id, name: '' })).toBe('name_missing')
  expect(await kept()).toEqual([['modal', '/mitra?q=modal']])
  await forgetSearch(client.db, { owner: 'a', id })
  await forgetSearch(client.db, { owner: 'a', id })
  expect(await kept()).toEqual([])
})

test('only searches of the two lists can be kept, and nothing leads out of the site', () => {
  for (const address of [
    null,
    '',
    'https://elsewhere.example/mitra',
    '//elsewhere.example/mitra',
    '/mitra/pnm',
    '/impor',
    'javascript:alert(1)',
  ]) {
    expect(targetOf(address), String(address)).toBeNull()
  }
  expect(targetOf('/pelaku?klaster=IR2')).toMatchObject({ list: 'pelaku' })
})
