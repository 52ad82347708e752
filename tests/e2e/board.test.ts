import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, complaints, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { type SignedInBrowser, signedInBrowser } from '#tests/support/sign-in.ts'

let server: RunningServer
let real: Browser
let browser: SignedInBrowser

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '1500' })
  real = await launchBrowser()
  browser = await signedInBrowser(real, server.url, 'district')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('the states of choosing a district and of its board are accessible and fit a phone', async () => {
  for (const path of [
    '/kecocokan?provinsi=33',
    '/kecocokan?q=Semarang',
    '/kecocokan?q=Kendall',
    '/kecocokan?q=zzzzzz',
    '/kecocokan/33.24?klaster=IR1&kebutuhan=capital',
    '/kecocokan/33.24/pelaku?tanya=group_size',
    '/kecocokan/33.24/pelaku?buka=permits&nilai=nib',
    '/kecocokan/33.24/kelompok?penawaran=pkk.up2k',
  ]) {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    const heard = complaints(page)
    const response = await page.goto(server.url + path)
    expect(response?.status(), path).toBe(200)
    expect(await axeViolations(page), path).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    expect(heard, path).toEqual([])
    await page.close()
  }
})

test('a filter changes figures, address and files at once, and keeps the focus', async () => {
  const page = await browser.newPage({ locale: 'id-ID' })
  await page.goto(`${server.url}/kecocokan/33.24`)
  await page.focus('#klaster')
  await page.selectOption('#klaster', 'IR2')
  await page.waitForURL(/klaster=IR2/)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('klaster')
  expect(await page.textContent('#saringan-papan')).toContain('Hanya klaster IR 2')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#berkas-papan a')])
  expect(download.suggestedFilename()).toBe('papan-daerah-kab-kendal.xlsx')
  const file = await readFile((await download.path())!)
  expect(file.subarray(0, 2).toString('latin1')).toBe('PK')
  await page.close()
})

test('without scripts a name leads to its board, and an actor to ask is two steps away', async () => {
  const province = await signedInBrowser(real, server.url, 'province')
  const context = await province.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto(`${server.url}/kecocokan`)
  await page.fill('#daerah', 'kab kendal')
  await page.click('main form button')
  expect(new URL(page.url()).pathname).toBe('/kecocokan/33.24')
  await page.click('#pertanyaan tbody a')
  expect(new URL(page.url()).pathname).toBe('/kecocokan/33.24/pelaku')
  await page.click('#hasil tbody a')
  expect(new URL(page.url()).pathname).toMatch(/^\/pelaku\/demo-/)
  await context.close()
})

test('the national run starts, shows itself, ends and leaves its result, with scripts and without', async () => {
  const ministry = await signedInBrowser(real, server.url, 'ministry')
  for (const javaScriptEnabled of [true, false]) {
    const context = await ministry.newContext({ javaScriptEnabled, locale: 'id-ID' })
    const page = await context.newPage()
    await page.goto(`${server.url}/kecocokan/nasional`)
    await page.click('button[value=mulai]')
    expect(await page.locator('#nasional[data-poll]').count()).toBe(1)
    expect(await page.locator('button[value=batalkan]').count()).toBe(1)
    await page.waitForSelector('#nasional:not([data-poll])', { timeout: 90_000 })
    expect(await page.textContent('#nasional')).toContain('Pencocokan selesai: 1.500 pelaku')
    if (javaScriptEnabled) expect(await axeViolations(page)).toEqual([])
    await context.close()
  }
})
