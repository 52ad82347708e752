import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'

let browser: Browser
let server: Server
let base: string
let script: string
let asked: string[]
let pollsLeft: number

/** A list with a live form and a region that polls, as the product's pages mark them. */
function listPage(url: URL): string {
  const query = url.searchParams.get('q') ?? ''
  const boxes = ['modal', 'alat']
    .map((need) => {
      const checked = url.searchParams.getAll('need').includes(need) ? 'checked' : ''
      return `<label><input type="checkbox" id="need-${need}" name="need" value="${need}" ${checked}>${need}</label>`
    })
    .join('')
  const poll = pollsLeft > 0 ? 'data-poll="100"' : ''
  return `<!doctype html><html><head><title>Hasil ${query}</title><script type="module" src="/entry.js"></script></head>
    <body><form method="get" action="/list" data-live data-live-failed="Gagal memuat"><input id="q" name="q" value="${query}">
    <div id="facets" data-live-region><details id="d"><summary>Kebutuhan</summary><fieldset>${boxes}</fieldset></details></div>
    <button>Terapkan</button></form>
    <section id="hasil" data-live-region><p data-live-announce>${url.search.length} hasil</p></section>
    <section id="progress" ${poll}><p data-live-announce>${pollsLeft} tersisa</p></section>
    <div data-focus tabindex="-1" id="summary">Kesalahan</div></body></html>`
}

beforeAll(async () => {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rollupOptions: { input: 'app/entry.client.ts' } },
  })
  script = (output as { output: { code: string }[] }).output[0]!.code
  server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost')
    if (url.pathname === '/entry.js') {
      response.setHeader('Content-Type', 'text/javascript')
      return response.end(script)
    }
    if (url.pathname !== '/list') return response.writeHead(404).end()
    asked.push(url.search)
    if (url.searchParams.get('q') === 'gagal') return response.writeHead(500).end()
    response.setHeader('Content-Type', 'text/html')
    const delay = url.searchParams.get('q') === 'lambat' ? 600 : 0
    const html = listPage(url)
    if (pollsLeft > 0) pollsLeft -= 1
    setTimeout(() => response.end(html), delay)
  }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

beforeEach(() => {
  asked = []
  pollsLeft = 0
})

async function open(): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(base)
  asked = []
  return page
}

test('typing asks once after a pause, keeps the caret and puts the address right', async () => {
  const page = await open()
  await page.locator('#q').pressSequentially('modal', { delay: 30 })
  await page.waitForURL(`${base}?q=modal`)
  expect(asked).toEqual(['?q=modal'])
  expect(await page.title()).toBe('Hasil modal')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
  expect(await page.textContent('[aria-live]')).toBe('8 hasil')
  await page.close()
})

test('a checkbox in a replaced region keeps focus and its disclosure stays open', async () => {
  const page = await open()
  await page.locator('summary').click()
  await page.locator('#need-alat').focus()
  await page.keyboard.press('Space')
  await page.waitForURL(`${base}?need=alat`)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('need-alat')
  expect(await page.locator('#d').getAttribute('open')).not.toBeNull()
  expect(await page.isChecked('#need-alat')).toBe(true)
  await page.close()
})

test('an answer that comes too late does not replace a newer one', async () => {
  const page = await open()
  await page.locator('#q').fill('lambat')
  await page.waitForTimeout(300)
  await page.locator('#q').fill('modal')
  await page.waitForURL(`${base}?q=modal`)
  await page.waitForTimeout(700)
  expect(await page.title()).toBe('Hasil modal')
  expect(asked).toEqual(['?q=lambat', '?q=modal'])
  await page.close()
})

test('a failure is said, and the old results stay usable', async () => {
  const page = await open()
  await page.locator('#q').fill('gagal')
  await page.waitForFunction(() => document.querySelector('[aria-live]')?.textContent === 'Gagal memuat')
  expect(await page.locator('#hasil').getAttribute('aria-busy')).toBeNull()
  expect(page.url()).toBe(base)
  await page.close()
})

test('a region polls until the server says it is done, and the end is said', async () => {
  pollsLeft = 4
  const page = await browser.newPage()
  await page.goto(base)
  await page.waitForFunction(() => document.querySelector('[aria-live]')?.textContent === '0 tersisa')
  const count = asked.length
  await page.waitForTimeout(400)
  expect(asked.length).toBe(count)
  expect(await page.locator('#progress').getAttribute('data-poll')).toBeNull()
  await page.close()
})

test('a refused form has its error summary in focus, and the document knows that scripts run', async () => {
  const page = await open()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('summary')
  expect(await page.getAttribute('html', 'class')).toBe('js')
  await page.close()
})

test('a button with a question acts only when the answer is yes', async () => {
  const page = await open()
  await page.evaluate(() => document.querySelector('button')!.setAttribute('data-confirm', 'Yakin?'))
  const questions: string[] = []
  page.once('dialog', (dialog) => {
    questions.push(dialog.message())
    dialog.dismiss()
  })
  await page.getByRole('button').click()
  expect(questions).toEqual(['Yakin?'])
  expect(asked).toEqual([])
  page.once('dialog', (dialog) => dialog.accept())
  await page.getByRole('button').click()
  await page.waitForURL(`${base}?q=`)
  await page.close()
})
