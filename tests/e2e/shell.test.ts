import { once } from 'node:events'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, complaints, launchBrowser } from '#tests/support/browser.ts'
import { launch, type RunningServer, startServer } from '#tests/support/running-server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const PAGES = ['/', '/tentang']

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pages of the shell are accessible and fit at ${width} px, ${colorScheme}`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale: 'id-ID' })
      for (const path of [...PAGES, '/tidak-ada']) {
        const page = await context.newPage()
        const heard = complaints(page)
        await page.goto(server.url + path)
        expect(await axeViolations(page), path).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
        expect(
          heard.filter((text) => !text.includes('404')),
          path,
        ).toEqual([])
        await page.close()
      }
      await context.close()
    })
  }
}

test('without scripts the language can be switched and stays switched', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto(`${server.url}/tentang`)
  expect(await page.getAttribute('html', 'lang')).toBe('id')
  await page.getByRole('button', { name: 'English' }).click()
  expect(new URL(page.url()).pathname).toBe('/tentang')
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(await page.title()).toBe('About Sinergi IR - Sinergi IR')
  await page.goto(server.url)
  expect(await page.textContent('h1')).toBe('The right partner for every home industry, and the reasons why')
  await context.close()
})

test('the search box of the front page and of the header lead to the partners', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(server.url)
  await page.locator('#cari').fill('modal')
  await page.locator('#cari').press('Enter')
  expect(page.url()).toBe(`${server.url}/mitra?q=modal`)
  await page.goto(server.url)
  await page.locator('header summary').click()
  await page.locator('#cari-situs-kecil').fill('halal')
  await page.locator('#cari-situs-kecil').press('Enter')
  expect(page.url()).toBe(`${server.url}/mitra?q=halal`)
  await page.close()
})

test('an unknown address is a page of its own with status 404', async () => {
  const response = await fetch(`${server.url}/tidak-ada`, { headers: { 'Accept-Language': 'en' } })
  expect(response.status).toBe(404)
  expect(await response.text()).toMatch(/<h1 [^>]*>Page not found<\/h1>/)
})

test('a form of another site is refused with a page that says so', async () => {
  const response = await fetch(`${server.url}/bahasa`, {
    method: 'POST',
    body: new URLSearchParams({ lang: 'en' }),
    headers: { Origin: 'https://elsewhere.example' },
  })
  expect(response.status).toBe(403)
  expect(await response.text()).toContain('Tindakan ini tidak diizinkan')
})

test('an upload over the limit is answered with a page that names the limit', async () => {
  const response = await fetch(`${server.url}/impor`, { method: 'POST', body: new Uint8Array(51_000_000) })
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('Berkas paling besar 50 MB')
})

test('the first visit stays far below the budget', async () => {
  const page = await browser.newPage()
  const sizes = { document: 0, stylesheet: 0, script: 0, font: 0 }
  page.on('requestfinished', async (request) => {
    const kind = request.resourceType() as keyof typeof sizes
    if (kind in sizes) sizes[kind] += (await request.sizes()).responseBodySize
  })
  await page.goto(server.url, { waitUntil: 'networkidle' })
  expect(sizes.document + sizes.stylesheet).toBeGreaterThan(0)
  expect(sizes.document + sizes.stylesheet).toBeLessThan(30_000)
  expect(sizes.script).toBeLessThan(6000)
  await page.close()
})

test('assets are kept for good, pages are asked for anew', async () => {
  const response = await fetch(server.url)
  expect(response.headers.get('Cache-Control')).toBe('private, no-cache')
  const asset = /href="(\/assets\/[^"]+\.css)"/.exec(await response.text())![1]!
  expect((await fetch(server.url + asset)).headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
})

test('a second server on the same port says so in a sentence and gives up', async () => {
  const port = new URL(server.url).port
  const { child, output } = launch({ PORT: port, DATA_DIR: server.dataDir })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(output()).toContain(`Port ${port} sedang dipakai program lain.`)
})

test('asked to stop, the server ends by itself with code 0', async () => {
  const other = await startServer()
  expect(other.output()).toContain('Hanya dapat dibuka dari komputer ini')
  expect(await other.stop()).toBe(0)
})
