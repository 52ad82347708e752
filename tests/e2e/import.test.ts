import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, complaints, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie, type SignedInBrowser, signedInBrowser } from '#tests/support/sign-in.ts'

const OFFICE = 'tests/fixtures/intake/daftar-kantor-rekaan.xlsx'
let server: RunningServer
let browser: SignedInBrowser
let cookie: string

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '50' })
  browser = await signedInBrowser(await launchBrowser(), server.url, 'district')
  cookie = await demoCookie(server.url, 'district')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function upload(page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.goto(`${server.url}/impor`)
  await page.setInputFiles('input[type=file]', file)
  await page.click('main form button')
}

async function fits(page: Page, width: number): Promise<void> {
  expect(await axeViolations(page), page.url()).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width)
}

test('a list goes from the upload over the preview to the district board, and its rejects come down', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, locale: 'id-ID' })
  const heard = complaints(page)
  await page.goto(`${server.url}/impor`)
  await fits(page, 360)
  await upload(page, OFFICE)
  await page.waitForSelector('button[value=simpan]')
  expect(await page.textContent('main')).toContain('Kab/Kota: "Kab. Kedal" tidak dikenal; maksudnya Kab. Kendal?')
  await fits(page, 360)
  await page.click('button[value=simpan]')
  await page.waitForSelector('h1:has-text("Impor selesai")')
  await fits(page, 360)
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="ditolak.csv"]')])
  expect(download.suggestedFilename()).toBe('ditolak-daftar-kantor-rekaan.csv')
  expect(await readFile((await download.path())!, 'utf8')).toContain(';Masalah')
  await page.click('a[href="/kecocokan/33.24"]')
  expect(new URL(page.url()).pathname).toBe('/kecocokan/33.24')
  expect(heard).toEqual([])
  await page.close()
})

test('without scripts a large list is read, refreshes its page by itself, and can be given up', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  const lines = Array.from({ length: 40_000 }, (_, n) => `Contoh ${n};Kab. Kendal;keripik;modal`)
  const buffer = Buffer.from(`Nama Pelaku;Kab/Kota;Jenis Usaha;Kebutuhan\n${lines.join('\n')}\n`)
  await upload(page, { name: 'besar.csv', mimeType: 'text/csv', buffer })
  await page.waitForSelector('h1:has-text("Check what was read")', { timeout: 90_000 })
  await page.click('button[value=batal]')
  expect(await page.textContent('main')).toContain('Not a single row was stored.')
  await page.goto(`${server.url}/impor`)
  expect(await page.textContent('main table')).toContain('cancelled')
  await context.close()
})

test('a refused file comes back to the form with what to do, at the field and above it', async () => {
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'id-ID' })
    await upload(page, { name: 'laporan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await page.waitForSelector('[role=alert]')
    expect(await page.textContent('[role=alert]')).toContain('Unggah berkas XLSX atau CSV aslinya.')
    await fits(page, width)
    await page.close()
  }
})

test('the template comes in both formats', async () => {
  for (const kind of ['xlsx', 'csv']) {
    const response = await fetch(`${server.url}/impor/templat.${kind}`, { headers: { Cookie: cookie } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain(`templat-pelaku-ir.${kind}`)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500)
  }
})
