import { get } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOutSecret } from '#app/auth/secret-link.server.ts'
import type { AccountRole } from '#app/domain/access/accounts.ts'
import { handOutAnswerLink } from '#app/features/proposals/answer-link.server.ts'
import { createDb } from '#db/client.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { axeViolations, complaints, launchBrowser } from '#tests/support/browser.ts'
import { type MinistryDesk, makeMinistryDesk } from '#tests/support/ministry-desk.ts'
import { addMou } from '#tests/support/mou.ts'
import { type RunningServer, startServer } from '#tests/support/running-server.ts'
import { demoCookie, exampleAccount, type SignedInBrowser, signedInBrowser } from '#tests/support/sign-in.ts'

let server: RunningServer
let browser: Browser
const doors = new Map<Visitor, SignedInBrowser>()
/** An actor of the district whose demo account is used. */
let her: string
/** An invented proposal of that district that waits for an answer, a link that answers it, and an MoU kept there. */
let proposal: string
let secret: string
const MOU = 'mou-halaman'
/** Two plans and a task of the ministry. */
let desk: MinistryDesk
const links = new Map<'invite' | 'reset', string>()

beforeAll(async () => {
  server = await startServer({ DEMO_ACTORS: '400' })
  browser = await launchBrowser()
  doors.set('public', browser)
  for (const role of ['district', 'province', 'ministry', 'admin', 'partner', 'companion'] as const)
    doors.set(role, await signedInBrowser(browser, server.url, role))
  const client = createDb(join(server.dataDir, 'sinergi.sqlite'))
  const rows = client.db.selectFrom('actor').select('id').where('regency_code', '=', '33.24').orderBy('id')
  her = (await rows.executeTakeFirstOrThrow()).id
  const waiting = client.db
    .selectFrom('proposal')
    .selectAll()
    .where('state', '=', 'sent')
    .where('origin', '=', 'office')
  const found = await waiting.orderBy('id').executeTakeFirstOrThrow()
  proposal = found.id
  secret = await handOutAnswerLink(client.db, found, { accountId: null, now: new Date().toISOString() })
  await addMou(
    client,
    { id: MOU, title: 'MoU rekaan Kendal', is_demo: 1, partner_id: 'pnm', regions: '["33.24"]', regency_code: '33.24' },
    [{ quantity: 25, need_id: 'capital' }],
  )
  await client.close()
  desk = await makeMinistryDesk(server.url, await demoCookie(server.url, 'ministry'))
  await handOutLinks()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Links as letters carry them, to somebody invited and to somebody who forgot her password. */
async function handOutLinks(): Promise<void> {
  const client = createDb(join(server.dataDir, 'sinergi.sqlite'))
  const account = exampleAccount({ role: 'district', id: 'diundang', email: 'diundang@contoh.example' })
  await insertAccount(client.db, account)
  const now = new Date().toISOString()
  for (const kind of ['invite', 'reset'] as const)
    links.set(kind, (await handOutSecret(client.db, { kind, accountId: account.id, now })).secret)
  await client.close()
}

type Visitor = AccountRole | 'public'

/** All pages one after another take longer than a test usually may. */
const MINUTES = 360_000

/** Every page, for somebody who may open it, with the pages of one partner, offer, actor and district standing for all. */
const PAGES: readonly (readonly [Visitor, string])[] = [
  ['public', '/'],
  ['public', '/masuk'],
  ['public', '/lupa-sandi'],
  ['public', '/undangan/INVITE'],
  ['public', '/setel-sandi/RESET'],
  ['public', '/tentang'],
  ['public', '/mitra'],
  ['public', '/mitra?q=modal&kebutuhan=capital'],
  ['public', '/mitra?q=zzzzzz'],
  ['public', '/mitra/pnm'],
  ['public', '/penawaran/pnm.mekaar'],
  ['public', '/kebijakan'],
  ['ministry', '/kebijakan'],
  ['public', '/program'],
  ['public', '/program/label-tempat'],
  ['ministry', '/program/baru'],
  ['ministry', '/program/label-tempat'],
  ['district', '/'],
  ['district', '/akun'],
  ['district', '/akun/kelola'],
  ['district', '/akun/kelola/demo-companion'],
  ['district', '/penawaran/pnm.mekaar'],
  ['district', '/penawaran/bpjph.sehati'],
  ['district', '/pelaku'],
  ['district', '/pelaku?klaster=IR2'],
  ['district', '/pelaku/HER'],
  ['district', '/pelaku/HER/persetujuan'],
  ['district', '/pelaku/HER/persetujuan/formulir?isi=1'],
  ['district', '/pelaku/HER/hak'],
  ['district', '/pelaku/HER/nomor'],
  ['district', '/pelaku/HER/jejak'],
  ['companion', '/pelaku'],
  ['district', '/kecocokan/33.24'],
  ['district', '/impor'],
  ['district', '/usulan'],
  ['district', '/usulan?kelompok=semua'],
  ['district', '/usulan/baru?penawaran=pnm.pku&pelaku=HER'],
  ['district', '/usulan/PROPOSAL'],
  ['partner', '/usulan/PROPOSAL'],
  ['partner', '/usulan/PROPOSAL/lembar'],
  ['district', '/usulan/penyimpangan'],
  ['partner', '/usulan'],
  ['partner', '/meja-mitra'],
  ['partner', '/pelaku/kartu'],
  ['companion', '/usulan'],
  ['public', '/jawab/SECRET'],
  ['public', '/jawab/tidak-dikenal'],
  ['district', '/mou'],
  ['district', '/mou/baru'],
  ['district', '/mou/MOU'],
  ['partner', '/mou/MOU'],
  ['district', '/mou/MOU/ubah'],
  ['province', '/kecocokan'],
  ['ministry', '/kecocokan/11.01'],
  ['ministry', '/kecocokan/nasional'],
  ['ministry', '/kesenjangan'],
  ['ministry', '/kesenjangan?wilayah=33&kluster=IR1'],
  ['ministry', '/kesenjangan?wilayah=33&kebutuhan=halal'],
  ['district', '/kesenjangan'],
  ['ministry', '/kesiapan'],
  ['province', '/kesiapan'],
  ['ministry', '/kesiapan?wilayah=33.24'],
  ['ministry', '/rencana'],
  ['ministry', 'PLAN'],
  ['ministry', 'PLAN?banding=OTHER'],
  ['ministry', '/tugas'],
  ['ministry', '/tugas?keadaan=tertutup'],
  ['province', 'TASK'],
  ['public', '/konfirmasi-tempat/tidak-ada'],
  ['admin', '/akun/kelola'],
  ['admin', '/akun/dua-langkah'],
  ['admin', '/jejak-audit'],
]

/** Where the picture of a page goes when somebody wants to look at them: the folder named by SCREENSHOTS. */
const screenshotOf = (visitor: Visitor, pattern: string, way: string): string =>
  join(process.env.SCREENSHOTS!, `${visitor}${pattern.replaceAll(/[^\w-]+/g, '_')}-${way}.png`)

const addressOf = (pattern: string): string =>
  pattern
    .replace('OTHER', desk.other.slice('/rencana/'.length))
    .replace('HER', her)
    .replace('INVITE', links.get('invite')!)
    .replace('RESET', links.get('reset')!)
    .replace('PROPOSAL', proposal)
    .replace('SECRET', secret)
    .replace('MOU', MOU)
    .replace('PLAN', desk.plan)
    .replace('TASK', desk.task)

for (const lang of ['id', 'en']) {
  for (const width of [360, 1280]) {
    for (const javaScriptEnabled of [true, false]) {
      const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts'
      test(
        `every page is whole, accessible and fits: ${lang}, ${width} px, ${scripts}`,
        async () => {
          const options = { viewport: { width, height: 800 }, javaScriptEnabled }
          // why: a window for each visitor, since opening one takes longer than most pages
          const windows = new Map<Visitor, { readonly page: Page; readonly heard: string[] }>()
          for (const [visitor, pattern] of PAGES) {
            const path = addressOf(pattern)
            if (!windows.has(visitor)) {
              const page = await doors.get(visitor)!.newPage(options)
              windows.set(visitor, { page, heard: complaints(page) })
            }
            const { page, heard } = windows.get(visitor)!
            const response = await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
            expect(response?.status(), path).toBe(200)
            expect(await page.getAttribute('html', 'lang'), path).toBe(lang)
            expect(await page.locator('h1').count(), path).toBe(1)
            if (javaScriptEnabled) {
              expect(await axeViolations(page), path).toEqual([])
              expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
            }
            expect(heard, path).toEqual([])
            if (process.env.SCREENSHOTS)
              await page.screenshot({
                path: screenshotOf(visitor, pattern, `${lang}-${width}${javaScriptEnabled ? '' : '-tanpa-skrip'}`),
                fullPage: true,
              })
          }
          for (const { page } of windows.values()) await page.close()
        },
        MINUTES,
      )
    }
  }
}

test(
  'no page is heavier than the budget: 150 KB of text and style, 100 KB of script',
  async () => {
    for (const [visitor, pattern] of PAGES) {
      const path = addressOf(pattern)
      const page = await doors.get(visitor)!.newPage()
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
  },
  MINUTES,
)

test('the maps of the ministry come whole in under 60 KB on the wire, in both languages', async () => {
  const cookie = await demoCookie(server.url, 'ministry')
  for (const path of ['/kesenjangan', '/kesenjangan?wilayah=91', '/kesiapan', '/kesiapan?wilayah=91'])
    for (const lang of ['id', 'en']) {
      const address = `${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`
      const [bytes, encoding] = await wireBytes(address, cookie)
      expect(encoding, path).toMatch(/^(gzip|br)$/)
      expect(bytes, `${path} ${lang}`).toBeLessThan(60_000)
    }
})

/** How many bytes of an answer come over the wire, and how they are packed. */
function wireBytes(address: string, cookie: string): Promise<[number, string]> {
  const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip, br' }
  return new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve([bytes, String(response.headers['content-encoding'])]))
    }).on('error', reject)
  })
}

test('who has not signed in gets 401 with the doors, and after one tap the page she wanted', async () => {
  const page = await browser.newPage({ locale: 'id-ID' })
  const response = await page.goto(`${server.url}/kecocokan/33.24?klaster=IR1`)
  expect(response?.status()).toBe(401)
  expect(await axeViolations(page)).toEqual([])
  await page.click('button[name=peran][value=district]')
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/kecocokan/33.24?klaster=IR1')
  expect(await page.textContent('header')).toContain('Contoh Petugas Kendal')
  await page.getByRole('button', { name: 'Keluar', exact: true }).click()
  expect(new URL(page.url()).pathname).toBe('/')
  expect((await page.goto(`${server.url}/kecocokan/33.24`))?.status()).toBe(401)
  await page.close()
})

test('what is not there answers 404, in words', async () => {
  const cookie = await demoCookie(server.url, 'district')
  for (const path of [
    '/mitra/tidak-ada',
    '/penawaran/tidak-ada',
    '/pelaku/tidak-ada',
    '/kecocokan/99.99',
    '/impor/tidak-ada',
  ]) {
    const response = await fetch(server.url + path, { headers: { Cookie: cookie } })
    expect(response.status, path).toBe(404)
    expect(await response.text(), path).toContain('<h1')
  }
})
