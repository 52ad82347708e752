import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb } from '#db/client.ts'
import { axeViolations, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { type SignedInBrowser, signedInAs, signedInBrowser } from '#tests/support/sign-in.ts'

let server: RunningServer
let real: Browser

/** The browser of an officer in the district of an actor. */
async function officerOf(actorId: string): Promise<SignedInBrowser> {
  const client = createDb(join(server.dataDir, 'sinergi.sqlite'))
  const her = client.db.selectFrom('actor').select('regency_code').where('id', '=', actorId)
  const { regency_code } = await her.executeTakeFirstOrThrow()
  const id = `petugas-${actorId}-${Date.now()}`
  const cookie = await signedInAs(client, 'district', { id, email: `${id}@contoh.example`, regency_code })
  await client.close()
  return signedInBrowser(real, server.url, cookie)
}

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '50' })
  real = await launchBrowser()
})

afterAll(async () => {
  await real?.close()
  await server?.stop()
})

test.each([
  true,
  false,
])('the next question is answered, marked and taken back in its place (scripts: %s)', async (js) => {
  const browser = await officerOf('demo-0000003')
  const context = await browser.newContext({ javaScriptEnabled: js, locale: 'id-ID' })
  const page = await context.newPage()
  // why: her next question is the size of her group, so that a wrong answer can be typed
  await page.goto(`${server.url}/pelaku/demo-0000003`)
  const panel = page.locator('#pertanyaan')
  const question = await panel.locator('p').first().innerText()

  await panel.locator('input[type=text]').fill('banyak')
  await panel.getByRole('button', { name: 'Simpan jawaban' }).click()
  await expect.poll(() => page.locator('[role=alert]').first().innerText()).toContain('tulis bilangan bulat')
  expect(await panel.locator('input[type=text]').inputValue()).toBe('banyak')
  if (js) expect(await axeViolations(page)).toEqual([])

  await panel.locator('input[type=text]').fill('12')
  await panel.getByRole('button', { name: 'Simpan jawaban' }).click()
  const notice = page.locator('#perubahan')
  await expect.poll(() => notice.innerText()).toContain('kini 12 orang')
  expect(await notice.innerText()).toContain('menjadi “Memenuhi syarat”')
  expect(await page.getByText('Baru berubah').count()).toBeGreaterThan(0)
  expect(await panel.locator('p').first().innerText()).not.toBe(question)
  if (js) expect(await axeViolations(page)).toEqual([])

  await notice.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(() => notice.innerText()).toContain('kini belum diketahui')
  expect(await panel.locator('p').first().innerText()).toBe(question)
  await context.close()
})

test('an undecided line of a trace is answered where it stands', async () => {
  const browser = await officerOf('demo-0000012')
  const context = await browser.newContext({ locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto(`${server.url}/pelaku/demo-0000012`)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true
  })
  expect(await axeViolations(page)).toEqual([])
  const card = page.locator('article').filter({ hasText: 'Apakah ada akses internet?' }).first()
  await card.getByRole('button', { name: 'Ya' }).first().click()
  await expect
    .poll(() => page.locator('#perubahan').innerText())
    .toContain('Ada akses internet: semula belum diketahui, kini ya')
  await context.close()
})
