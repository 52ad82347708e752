import { beforeEach, expect, test } from 'vitest'
import { criteriaOf } from '#app/features/saved-searches/criteria.ts'
import { suggestName } from '#app/features/saved-searches/saved-name.ts'
import { actOnSavedSearches } from '#app/features/saved-searches/saved-searches-action.server.ts'
import { loadSavedHere, loadSavedSearchesPage } from '#app/features/saved-searches/saved-searches-page.server.ts'
import { SavedSearchesView } from '#app/features/saved-searches/saved-searches-view.tsx'
import { targetOf } from '#app/features/saved-searches/saved-target.ts'
import { SearchTools } from '#app/features/saved-searches/search-tools.tsx'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { DbClient } from '#db/client.ts'
import { loadReference } from '#db/reference/load.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { unboundOfficer } from '#tests/support/viewers.ts'

let client: DbClient
beforeEach(async () => {
  client = await testDb()
  await loadReference(client)
})

const context = () => ({
  db: client.db,
  locale: 'id' as const,
  now: '2026-11-24T03:00:00.000Z',
  // why: a browser, not an account: who has signed in needs no secret of the browser
  viewer: { ...unboundOfficer, accountId: null },
})
const asking = (cookie = '', url = 'http://localhost/pencarian') => new Request(url, { headers: { Cookie: cookie } })

async function send(values: Record<string, string>, cookie = '', url?: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return actOnSavedSearches(context(), asking(cookie, url), form)
}

async function saved(name: string, alamat: string, cookie = ''): Promise<string> {
  const result = await send({ intent: 'save', nama: name, alamat }, cookie)
  if ('refusal' in result) throw new Error(result.refusal.error.message)
  return result.cookie!.split(';')[0]!
}

test('the first search saved gives the browser a secret of its own, which the database does not know', async () => {
  const result = await send({ intent: 'save', nama: 'Modal', alamat: '/mitra?q=modal' })
  expect(result).toMatchObject({ next: '/mitra?q=modal#tersimpan' })
  const { cookie } = result as { cookie: string }
  expect(cookie).toMatch(/^pencarian=[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/)
  const secret = cookie.slice('pencarian='.length).split(';')[0]!
  const row = await client.db.selectFrom('saved_search').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(secret)
  const secure = await send({ intent: 'delete', id: 'x' }, '', 'https://localhost/pencarian')
  expect(secure).toMatchObject({ cookie: expect.stringMatching(/; Secure$/) })
})

test('a list page knows what the browser saved, and another browser sees nothing', async () => {
  const cookie = await saved('Modal di Jawa Tengah', '/mitra?wilayah=33&q=modal')
  await saved('Batik', '/pelaku?q=batik', cookie)
  const target = targetOf('/mitra?q=modal&wilayah=33&hal=2')!
  const here = await loadSavedHere(context(), asking(`bahasa=id; ${cookie}`), target)
  expect(here).toMatchObject({ name: 'Modal di Jawa Tengah', count: 2, ofThisList: [{ name: 'Modal di Jawa Tengah' }] })
  expect(await loadSavedHere(context(), asking(), target)).toMatchObject({ name: null, count: 0, ofThisList: [] })
  const other = `pencarian=${'A'.repeat(43)}`
  expect((await loadSavedSearchesPage(context(), asking(other))).searches).toEqual([])
  const html = renderView(<SearchTools target={target} saved={here} regionNames={{}} />)
  expect(html).toContain('Pencarian ini tersimpan sebagai “Modal di Jawa Tengah”.')
  expect(html).not.toContain('name="alamat"')
})

test('the tools of an unsaved search offer a name made of what it asks', async () => {
  const target = targetOf('/mitra?q=modal&wilayah=33&sektor=food_snack')!
  const { regionNames } = await loadSavedSearchesPage(context(), asking())
  const criteria = criteriaOf(target, 'id', regionNames)
  expect(criteria[0]).toBe('“modal”')
  expect(criteria).toContain('Jawa Tengah')
  const saved = await loadSavedHere(context(), asking(), target)
  const html = renderView(<SearchTools target={target} saved={saved} regionNames={regionNames} />)
  expect(html).toContain(`value="${suggestName(criteria)}"`)
  expect(html).toContain('href="/mitra.atom?q=modal&amp;sektor=food_snack&amp;wilayah=33"')
  expect(renderView(<SearchTools target={targetOf('/pelaku')!} saved={saved} regionNames={{}} />)).not.toContain('atom')
})

test('a suggested name ends at a word and never passes the limit', () => {
  const long = suggestName([
    'Kebutuhan pembiayaan modal kerja',
    'Pelatihan manajemen usaha',
    'Kabupaten Kepulauan Talaud',
  ])
  expect([...long].length).toBeLessThanOrEqual(80)
  expect(long).toMatch(/, Kabupaten Kepulauan$/)
  expect([...suggestName(['x'.repeat(200)])]).toHaveLength(80)
})

test('the page lists what is saved with what it asks, in both languages', async () => {
  const cookie = await saved('Nama <b>aneh</b> & "panjang"', '/mitra?q=modal&wilayah=33')
  await saved('Pelaku IR 2', '/pelaku?klaster=IR2', cookie)
  const page = await loadSavedSearchesPage(context(), asking(cookie))
  for (const locale of ['id', 'en'] as const) {
    const t = messagesFor(locale)
    const html = renderView(<SavedSearchesView page={page} refusal={null} />, locale)
    expect(html).toContain('href="/mitra?q=modal&amp;wilayah=33"')
    expect(html).toContain('Nama &lt;b&gt;aneh&lt;/b&gt; &amp; &quot;panjang&quot;')
    expect(html).toContain('Jawa Tengah')
    expect(html).toContain(t.saved.lists.pelaku)
    expect(html.match(/name="intent" value="delete"/g)).toHaveLength(2)
  }
  expect(renderView(<SavedSearchesView page={{ ...page, searches: [] }} refusal={null} />)).toContain(
    messagesFor('id').saved.empty.title,
  )
})

test('a refused form comes back with its message and what was typed', async () => {
  const cookie = await saved('Modal', '/mitra?q=modal')
  const again = await send({ intent: 'save', nama: 'modal', alamat: '/mitra?q=lain' }, cookie)
  expect(again).toMatchObject({ refusal: { name: 'modal', address: '/mitra?q=lain', error: { field: 'nama' } } })
  const page = await loadSavedSearchesPage(context(), asking(cookie))
  const html = renderView(<SavedSearchesView page={page} refusal={(again as { refusal: never }).refusal} />)
  expect(html).toContain('Nama “modal” sudah dipakai pencarian lain')
  expect(html).toMatch(/<input[^>]* id="nama"[^>]* value="modal"/)
  expect(html).toContain('name="alamat" value="/mitra?q=lain"')
  const one = page.searches[0]!.id
  const renamed = await send({ intent: 'rename', id: one, nama: 'y'.repeat(100) }, cookie)
  expect(renamed).toMatchObject({ refusal: { id: one, error: { field: `nama-${one}` } } })
  expect(renderView(<SavedSearchesView page={page} refusal={(renamed as { refusal: never }).refusal} />)).toContain(
    'yang ditulis 100 karakter',
  )
})

test('a form that is none of ours is refused', async () => {
  for (const values of [
    {},
    { intent: 'toString' },
    { intent: 'save', nama: 'x', alamat: 'https://elsewhere.example/' },
  ]) {
    await expect(send(values as Record<string, string>)).rejects.toMatchObject({ status: 400 })
  }
})
