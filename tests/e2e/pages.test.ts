import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, complaints, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '400' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Every page a person can reach, with the pages of one partner, offer, actor and district standing for all. */
const PAGES = [
  '/',
  '/tentang',
  '/mitra',
  '/mitra?q=modal&kebutuhan=capital',
  '/mitra?q=zzzzzz',
  '/mitra/pnm',
  '/penawaran/pnm.mekaar',
  '/penawaran/bpjph.sehati',
  '/pelaku',
  '/pelaku?klaster=IR2',
  '/pelaku/demo-0000001',
  '/kecocokan',
  '/kecocokan/33.24',
  '/kecocokan/11.01',
  '/kecocokan/nasional',
  '/impor',
]

for (const lang of ['id', 'en']) {
  for (const width of [360, 1280]) {
    for (const javaScriptEnabled of [true, false]) {
      const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts'
      test(`every page is whole, accessible and fits: ${lang}, ${width} px, ${scripts}`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
        for (const path of PAGES) {
          const page = await context.newPage()
          const heard = complaints(page)
          const response = await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
          expect(response?.status(), path).toBe(200)
          expect(await page.getAttribute('html', 'lang'), path).toBe(lang)
          expect(await page.locator('h1').count(), path).toBe(1)
          if (javaScriptEnabled) {
            expect(await axeViolations(page), path).toEqual([])
            expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
          }
          expect(heard, path).toEqual([])
          await page.close()
        }
        await context.close()
      })
    }
  }
}

test('no page is heavier than the budget: 150 KB of text and style, 100 KB of script', async () => {
  for (const path of PAGES) {
    const page = await browser.newPage()
    let text = 0
    let script = 0
    page.on('requestfinished', async (request) => {
      const size = (await request.sizes()).responseBodySize
      if (['document', 'stylesheet'].includes(request.resourceType())) text += size
      if (request.resourceType() === 'script') script += size
    })
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    expect(text, path).toBeLessThan(150_000)
    expect(script, path).toBeLessThan(100_000)
    await page.close()
  }
})

test('what is not there answers 404, in words', async () => {
  for (const path of [
    '/mitra/tidak-ada',
    '/penawaran/tidak-ada',
    '/pelaku/tidak-ada',
    '/kecocokan/99.99',
    '/impor/tidak-ada',
  ]) {
    const response = await fetch(server.url + path)
    expect(response.status, path).toBe(404)
    expect(await response.text(), path).toContain('<h1')
  }
})
