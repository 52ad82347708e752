import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { OPERATOR } from '#app/domain/access/viewer.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { boardFile } from '#app/features/board/board-file.server.ts'
import { loadBoard } from '#app/features/board/board-page.server.ts'
import { demoDb } from '#tests/support/demo-db.ts'

const TODAY = '2026-11-24'

test('the workbook holds every part of the board with its figures', async () => {
  const client = await demoDb(600)
  const page = await loadBoard({ client, today: TODAY, viewer: OPERATOR }, '33.24', new URLSearchParams())
  const response = await boardFile('id', page, 'xlsx')
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="papan-daerah-kab-kendal.xlsx"')
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  expect(sheets.map((sheet) => sheet.name)).toEqual([
    'Penawaran',
    'Kebutuhan',
    'Satu perubahan',
    'Pertanyaan',
    'Kelompok',
    'Hampir lengkap',
    'Keterangan',
  ])
  const [offers, needs, unlocks, questions, groups, near] = sheets.map((sheet) => sheet.rows)
  expect(offers).toHaveLength(page.board.offers.length + 1)
  const best = page.board.offers[0]!
  expect(offers![1]!.slice(3, 6)).toEqual([best.needCovered, best.eligible, best.undecided])
  expect(needs).toHaveLength(page.board.needs.length + 1)
  expect(unlocks).toHaveLength(page.board.unlocks.length + 1)
  expect(questions).toHaveLength(page.board.questions.length + 1)
  expect(groups).toHaveLength(page.board.groups.length + 1)
  expect(near).toHaveLength(page.board.nearGroups.length + 1)
  expect(groups![1]!.at(-1)).toBe(page.board.groups[0]!.members.map(actorCode).join(', '))
})

test('the CSV opens in Excel of either language', async () => {
  const client = await demoDb(300)
  const page = await loadBoard({ client, today: TODAY, viewer: OPERATOR }, '33.24', new URLSearchParams('klaster=IR1'))
  const best = page.board.offers[0]!
  for (const [locale, decimal] of [
    ['id', ','],
    ['en', '.'],
  ] as const) {
    const bytes = new Uint8Array(await (await boardFile(locale, page, 'csv')).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
    expect(lines).toHaveLength(page.board.offers.length + 1)
    expect(lines[1]).toContain(`;${String(best.needCovered).replace('.', decimal)};${best.eligible};`)
  }
})

test('an offer named like a formula stays text', async () => {
  const client = await demoDb(50)
  await client.db.updateTable('offer').set({ name: '=HYPERLINK("http://x")' }).execute()
  const page = await loadBoard({ client, today: TODAY, viewer: OPERATOR }, '33.24', new URLSearchParams())
  const csv = await (await boardFile('id', page, 'csv')).text()
  expect(csv).not.toMatch(/(^|;)"?=/m)
  const { sheets } = await readXlsx(new Uint8Array(await (await boardFile('id', page, 'xlsx')).arrayBuffer()))
  for (const row of sheets[0]!.rows.slice(1)) expect(String(row[0])).toMatch(/^'=/)
})
