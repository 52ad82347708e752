import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb } from '#db/client.ts'
import { axeViolations, complaints, launchBrowser } from '#tests/support/browser.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie, type SignedInBrowser, signedInBrowser } from '#tests/support/sign-in.ts'

let server: RunningServer
let browser: SignedInBrowser

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '100' })
  browser = await signedInBrowser(await launchBrowser(), server.url, 'district')
}, 300_000)

/** Searches belong to the account, not to the browser: every journey begins with none. */
async function forgetSearches(): Promise<void> {
  const client = createDb(join(server.dataDir, 'sinergi.sqlite'))
  await client.db.deleteFrom('saved_search').execute()
  await client.close()
}

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

for (const [width, javaScriptEnabled] of [
  [360, false],
  [1280, true],
] as const) {
  test(`a search is saved, opened, renamed and deleted at ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    await forgetSearches()
    const context = await browser.newContext({ locale: 'id-ID', viewport: { width, height: 800 }, javaScriptEnabled })
    const page = await context.newPage()
    const heard = complaints(page)
    page.on('dialog', (dialog) => dialog.accept())
    await page.goto(`${server.url}/mitra?q=modal&kebutuhan=capital`)
    await page.click('summary:has-text("Simpan pencarian ini")')
    await page.fill('#nama', 'Modal usaha')
    await page.click('button[form="form-simpan"]')
    await page.waitForURL(/#tersimpan$/)
    expect(await page.textContent('#tersimpan')).toContain('Pencarian ini tersimpan sebagai “Modal usaha”.')
    await page.goto(`${server.url}/pelaku?klaster=IR2`)
    await page.click('summary:has-text("Simpan pencarian ini")')
    await page.fill('#nama', 'modal USAHA')
    await page.click('button[form="form-simpan"]')
    await page.waitForSelector('[role=alert]')
    expect(new URL(page.url()).pathname).toBe('/pencarian')
    expect(await page.textContent('[role=alert]')).toContain('sudah dipakai pencarian lain')
    await page.fill('#nama', 'Pelaku IR 2')
    await page.click('form:has(#nama) button')
    await page.waitForURL(/\/pelaku\?klaster=IR2#tersimpan$/)
    await page.click('a:has-text("Kelola pencarian tersimpan"), summary:has-text("Pencarian tersimpan (2)")')
    await page.goto(`${server.url}/pencarian`)
    await page.click('summary:has-text("Ubah nama Modal usaha")')
    await page.fill('article:has-text("Modal usaha") input[name=nama]', 'Modal kelompok')
    await page.click('article:has-text("Modal usaha") button:has-text("Simpan")')
    await page.waitForSelector('h3:has-text("Modal kelompok")')
    await page.click('article:has-text("Pelaku IR 2") button:has-text("Hapus")')
    await page.waitForSelector('h3:has-text("Pelaku IR 2")', { state: 'detached' })
    await page.click('h3 a:has-text("Modal kelompok")')
    expect(new URL(page.url()).search).toBe('?q=modal&kebutuhan=capital')
    expect(heard.filter((line) => !line.includes('400'))).toEqual([])
    await context.clearCookies()
    const [name, value] = (await demoCookie(server.url, 'province')).split('=') as [string, string]
    await context.addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}/pencarian`)
    expect(await page.textContent('main')).toContain('Belum ada pencarian yang tersimpan')
    await context.close()
  })
}

test('the pages of saved searches are accessible and fit, whatever stands in them', { timeout: 240_000 }, async () => {
  for (const width of [360, 1280]) {
    for (const lang of ['id', 'en']) {
      await forgetSearches()
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      await context.addCookies([{ name: 'bahasa', value: lang, url: server.url }])
      const page = await context.newPage()
      const check = async (what: string) => {
        expect(await axeViolations(page), `${what}, ${lang}, ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width)
        if (process.env.PICTURES) {
          await page.screenshot({ path: `${process.env.PICTURES}/${what}-${lang}-${width}.png`, fullPage: true })
        }
      }
      await page.goto(`${server.url}/pencarian`)
      await check('empty')
      for (const [address, name] of [
        ['/mitra?wilayah=33&kebutuhan=capital&kebutuhan=packaging&sektor=food_snack', 'X'.repeat(80)],
        ['/mitra?q=batik', 'Batik'],
        ['/pelaku?klaster=IR2&kabkota=33.24', 'Pelaku IR 2 di Kendal'],
      ] as const) {
        await page.goto(server.url + address)
        await page.click('#simpan > summary')
        if (name === 'Batik') await check('save')
        await page.fill('#nama', name)
        await page.click('button[form="form-simpan"]')
        await page.waitForURL(/#tersimpan$/)
      }
      await page.click('#pencarian-tersimpan > summary')
      await check('saved')
      await page.goto(`${server.url}/pencarian`)
      await page.click('article details summary >> nth=0')
      await check('all')
      await page.fill('article input[name=nama] >> nth=0', 'batik')
      await page.evaluate(() =>
        document.querySelector('article')!.querySelector('input[name=nama]')!.removeAttribute('maxlength'),
      )
      await page.fill('article input[name=nama] >> nth=0', 'y'.repeat(90))
      await page.click('article details button >> nth=0')
      await page.waitForSelector('[role=alert]')
      await check('refused')
      await context.close()
    }
  }
})

test('as one types, what would be saved and followed keeps up with the results', async () => {
  await forgetSearches()
  const page = await browser.newPage({ locale: 'id-ID' })
  await page.goto(`${server.url}/mitra`)
  await page.fill('#q', 'batik')
  await page.waitForURL(/q=batik/)
  expect(await page.getAttribute('input[name=alamat]', 'value')).toBe('/mitra?q=batik')
  expect(await page.getAttribute('a[type="application/atom+xml"]', 'href')).toBe('/mitra.atom?q=batik')
  await page.click('#simpan > summary')
  await page.fill('#nama', 'Batik saja')
  await page.waitForTimeout(600)
  expect([...new URL(page.url()).searchParams.keys()].sort()).toEqual(['q', 'urut'])
  expect(await page.inputValue('#nama')).toBe('Batik saja')
})

test('the feed a page names is well-formed Atom with all that is asked of it', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}/mitra?kebutuhan=capital&lang=en`)
  const href = await page.getAttribute('head link[rel=alternate][type="application/atom+xml"]', 'href')
  const response = await fetch(server.url + href!)
  expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  const feed = await page.evaluate(
    (text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml')
      const root = xml.documentElement
      const of = (node: Element, name: string) => [...node.children].filter((child) => child.localName === name)
      const words = (node: Element, name: string) => of(node, name).map((child) => child.textContent)
      return {
        broken: xml.querySelector('parsererror')?.textContent ?? null,
        namespace: root.namespaceURI,
        language: root.getAttribute('xml:lang'),
        once: ['id', 'title', 'updated', 'author'].map((name) => of(root, name).length),
        links: of(root, 'link').map((link) => [link.getAttribute('rel'), link.getAttribute('href')]),
        entries: of(root, 'entry').map((entry) => ({
          counts: ['id', 'title', 'updated', 'summary', 'link'].map((name) => of(entry, name).length),
          id: words(entry, 'id')[0],
          updated: words(entry, 'updated')[0],
          link: of(entry, 'link')[0]?.getAttribute('href'),
        })),
      }
    },
    await response.text(),
  )
  expect(feed).toMatchObject({
    broken: null,
    namespace: 'http://www.w3.org/2005/Atom',
    language: 'en',
    once: [1, 1, 1, 1],
  })
  expect(feed.links).toEqual([
    ['self', `${server.url}/mitra.atom?kebutuhan=capital&lang=en`],
    ['alternate', `${server.url}/mitra?kebutuhan=capital`],
  ])
  expect(feed.entries.length).toBeGreaterThan(5)
  for (const entry of feed.entries) {
    expect(entry.counts).toEqual([1, 1, 1, 1, 1])
    expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  }
  expect(new Set(feed.entries.map((entry) => entry.id)).size).toBe(feed.entries.length)
  expect((await fetch(feed.entries[0]!.link!)).status).toBe(200)
  expect((await fetch(`${server.url}/pelaku.atom`)).status).toBe(404)
  await page.goto(`${server.url}/pelaku`)
  expect(await page.locator('[type="application/atom+xml"]').count()).toBe(0)
})
