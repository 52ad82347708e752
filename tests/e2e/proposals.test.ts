import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import { axeViolations, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie } from '#tests/support/sign-in.ts'

let server: RunningServer
let browser: Browser
const cookies = new Map<AccountRole, string>()

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '2000' })
  browser = await launchBrowser()
  for (const role of ['district', 'companion', 'partner', 'ministry'] as const)
    cookies.set(role, await demoCookie(server.url, role))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

interface Look {
  readonly js: boolean
  readonly width: number
}

/** A page of one of them, or of somebody without an account. */
async function pageOf(role: AccountRole | null, { js, width }: Look): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({
    javaScriptEnabled: js,
    locale: 'id-ID',
    viewport: { width, height: 800 },
  })
  if (role) {
    const [name, value] = cookies.get(role)!.split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
  }
  return [await context.newPage(), context]
}

/** A page breaks no rule of accessibility and is as wide as the screen. */
async function inspect(page: Page, name: string, { js, width }: Look): Promise<void> {
  if (js) expect(await axeViolations(page), name).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(true)
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
}

/** The secret of the link in the newest letter to an address. */
function linkTo(address: string): string | undefined {
  const folder = join(server.dataDir, 'mail')
  const letters = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  const letter = letters.find((text) => text.includes(address))?.replaceAll(/=\r?\n/g, '')
  return /\/jawab\/([\w-]+)/.exec(letter ?? '')?.[1]
}

/** The sizes of the pages of a PDF, each once: A4 or its points. */
function sheetsOf(pdf: Buffer): string[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)
  const sizes = [...boxes].map(([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`)
  return [...new Set(sizes)].map((size) => (size === '595 x 842' ? 'A4' : size))
}

/** Opens the form of a proposal for one of the companion's people who can be proposed today. */
async function openReadyProposal(page: Page): Promise<void> {
  const list = await fetch(`${server.url}/pelaku`, { headers: { Cookie: cookies.get('companion')! } })
  const ids = new Set((await list.text()).match(/demo-\d{7}/g))
  for (const id of ids) {
    await page.goto(`${server.url}/usulan/baru?penawaran=pnm.pku&pelaku=${id}`)
    if ((await page.getByText('Semua pemeriksaan terpenuhi').count()) > 0) return
  }
  throw new Error('none of the people of the companion can be proposed')
}

test.each<Look>([
  { js: true, width: 1280 },
  { js: false, width: 360 },
])('proposed, accepted by link without an account, referred, reported helped (%o)', async (look) => {
  const address = `program-${look.width}@mitra.example`
  const [office, officeContext] = await pageOf('district', look)
  await openReadyProposal(office)
  await inspect(office, 'usulan-baru', look)
  const reason = office.locator('select[name=alasan_urutan]')
  if ((await reason.count()) > 0) {
    await reason.selectOption('her_wish')
    await office.locator('input[name=keterangan_urutan]').fill('Ia ingin belajar dahulu')
  }
  await office.locator('input[name=surel]').fill(address)
  await office.getByRole('button', { name: 'Simpan dan kirim' }).click()
  await expect.poll(() => office.url()).toMatch(/\/usulan\/[0-9a-f-]{36}$/)
  const proposal = office.url()
  await inspect(office, 'usulan', look)

  await expect.poll(() => linkTo(address), { timeout: 20_000 }).toBeTruthy()
  const link = `${server.url}/jawab/${linkTo(address)}`
  const [partner, partnerContext] = await pageOf(null, look)
  await partner.goto(link)
  await inspect(partner, 'jawab', look)
  await partner.getByRole('button', { name: 'Terima usulan' }).click()
  await expect.poll(() => partner.locator('h1').innerText()).toContain('Terima kasih')
  await inspect(partner, 'jawab-terima-kasih', look)
  await partner.goto(link)
  expect(await partner.locator('h1').innerText()).toContain('Sudah dijawab')
  await partnerContext.close()

  await office.goto(proposal)
  await office.getByRole('button', { name: 'Rujuk sekarang' }).click()
  await expect.poll(() => office.locator('main').innerText()).toContain('Dirujuk')
  await officeContext.close()

  const [companion, companionContext] = await pageOf('companion', look)
  await companion.goto(proposal)
  await companion.getByRole('button', { name: 'Simpan hasil' }).click()
  await expect.poll(() => companion.locator('[role=alert]').first().innerText()).toContain('Pilih hasil')
  await companion.locator('input[type=radio][value=helped]').check()
  await companion.getByRole('button', { name: 'Simpan hasil' }).click()
  await expect.poll(() => companion.locator('main').innerText()).toContain('Hasil dilaporkan: terbantu')
  await inspect(companion, 'usulan-terbantu', look)
  await companionContext.close()
})

test.each<Look>([
  { js: true, width: 360 },
  { js: false, width: 1280 },
])('the desk: answered with one tap, women asked for by their cards, declined with a reason only (%o)', async (look) => {
  const [partner, partnerContext] = await pageOf('partner', look)
  await partner.goto(`${server.url}/meja-mitra`)
  const waiting = partner.locator('#kotak-masuk').getByRole('button', { name: /^Terima/ })
  const before = await waiting.count()
  expect(before).toBeGreaterThan(0)
  await waiting.first().click()
  await expect.poll(() => waiting.count()).toBe(before - 1)
  const card = partner.locator('input[name=kartu]').nth(look.js ? 0 : 1)
  const code = (await card.getAttribute('value'))!
  await card.check()
  await partner.getByRole('button', { name: 'Minta yang dipilih' }).first().click()
  const asked = partner.locator('li').filter({ hasText: `Kartu ${code},` })
  await expect.poll(() => asked.innerText()).toContain('Menunggu')
  await inspect(partner, 'meja-mitra-diminta', look)

  const [office, officeContext] = await pageOf('ministry', look)
  await office.goto(`${server.url}/usulan`)
  const request = office
    .locator('li')
    .filter({ has: office.getByText('Tolak permintaan') })
    .first()
  await inspect(office, 'permintaan', look)
  await request.getByText('Tolak permintaan').first().click()
  const decline = request.getByRole('button', { name: 'Tolak permintaan' })
  await decline.click()
  await expect.poll(() => office.locator('[role=alert]').first().innerText()).toContain('Pilih satu alasan')
  await inspect(office, 'permintaan-tanpa-alasan', look)
  await office.locator('select[name=alasan]').first().selectOption('outside_area')
  await decline.click()
  await expect.poll(() => office.locator('[role=alert]').count()).toBe(0)
  await officeContext.close()

  await partner.goto(`${server.url}/meja-mitra`)
  expect(await asked.innerText()).toContain('Ditolak')
  expect(await asked.innerText()).toContain('Di luar wilayah layanan')
  await partnerContext.close()
})

test.each<Look>([
  { js: true, width: 1280 },
  { js: true, width: 360 },
  { js: false, width: 360 },
])('the list, the desk and the sheet hold what was planted, and are easy to read (%o)', async (look) => {
  const [office, officeContext] = await pageOf('district', look)
  await office.goto(`${server.url}/usulan`)
  expect(await office.getByText('Rekaan').count()).toBeGreaterThan(0)
  await inspect(office, 'daftar-usulan', look)
  await officeContext.close()

  const [partner, partnerContext] = await pageOf('partner', look)
  await partner.goto(`${server.url}/meja-mitra`)
  await inspect(partner, 'meja-mitra', look)
  await partner.goto(`${server.url}/usulan?kelompok=semua`)
  const first = partner.locator('main a[href*="/usulan/"]').filter({ hasText: 'PKU' }).first()
  await first.click()
  await expect.poll(() => partner.url()).toMatch(/\/usulan\/[0-9a-f-]{36}$/)
  await inspect(partner, 'usulan-mitra', look)
  await partner.goto(`${partner.url()}/lembar`)
  await inspect(partner, 'lembar', look)
  // why: without scripts there is no printing from the page, and the sheet is the same
  if (look.js) expect(sheetsOf(await partner.pdf({ preferCSSPageSize: true }))).toEqual(['A4'])
  await partnerContext.close()
})
