import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie } from '#tests/support/sign-in.ts'

let server: RunningServer
let browser: Browser
let cookie: string

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '3000' })
  browser = await launchBrowser()
  cookie = await demoCookie(server.url, 'partner')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test.each([
  [true, 1280],
  [false, 360],
])('a partner narrows the cards and comes from its offer to them (scripts: %s, width: %d)', async (js, width) => {
  const context = await browser.newContext({
    javaScriptEnabled: js,
    locale: 'id-ID',
    viewport: { width, height: 800 },
  })
  const [name, value] = cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/pelaku`)
  expect(new URL(page.url()).pathname).toBe('/pelaku/kartu')
  const cards = page.locator('main article')
  expect(await cards.count()).toBeGreaterThan(4)
  if (js) expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/kartu-${width}.png` })

  await page.locator('select[name=kesiapan]').selectOption('siap')
  await page.getByRole('button', { name: 'Terapkan' }).first().click()
  await expect.poll(() => page.url()).toContain('kesiapan=siap')
  const words = await page.locator('[data-live-announce]').first().innerText()
  expect(Number(/^\d+/.exec(words)?.[0])).toBeGreaterThanOrEqual(5)

  await page.goto(`${server.url}/penawaran/pnm.mekaar`)
  await page.getByRole('link', { name: 'Lihat kartu' }).click()
  await expect.poll(() => page.url()).toContain('/pelaku/kartu?penawaran=pnm.mekaar')
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/penawaran-${width}.png` })
  await context.close()
})

test('what a partner may not read is forbidden or not found, and what the public may not read asks to sign in', async () => {
  const status = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(server.url + path, { headers, redirect: 'manual' })).status
  for (const path of ['/pelaku/demo-0000001', '/pelaku.csv', '/kecocokan/33.24', '/impor', '/kecocokan/nasional']) {
    expect(await status(path, { Cookie: cookie })).toBe(403)
    expect([401, 303]).toContain(await status(path))
  }
})
