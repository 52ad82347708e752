import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { boardFile } from '#app/features/board/board-file.server.ts'
import { loadBoard, loadBoardPage } from '#app/features/board/board-page.server.ts'
import { BoardView } from '#app/features/board/board-view.tsx'
import { loadGroupsPage } from '#app/features/board/groups-page.server.ts'
import { GroupsView } from '#app/features/board/groups-view.tsx'
import { demoDb } from '#tests/support/demo-db.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { districtViewer, ministryViewer, provinceViewer, unboundOfficer } from '#tests/support/viewers.ts'

const TODAY = '2026-11-24'

test('the workbook holds every part of the board with its figures', async () => {
  const client = await demoDb(600)
  const page = await loadBoard({ client, today: TODAY, viewer: unboundOfficer }, '33.24', new URLSearchParams())
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
  const page = await loadBoard(
    { client, today: TODAY, viewer: unboundOfficer },
    '33.24',
    new URLSearchParams('klaster=IR1'),
  )
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
  const page = await loadBoard({ client, today: TODAY, viewer: unboundOfficer }, '33.24', new URLSearchParams())
  const csv = await (await boardFile('id', page, 'csv')).text()
  expect(csv).not.toMatch(/(^|;)"?=/m)
  const { sheets } = await readXlsx(new Uint8Array(await (await boardFile('id', page, 'xlsx')).arrayBuffer()))
  const rows = sheets[0]!.rows.slice(1)
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows) expect(String(row[0])).toMatch(/^'=/)
})

test('villages are named to the office that visits them, and to province and ministry in no page and no file', async () => {
  const client = await demoDb(900)
  const rows = await client.db
    .selectFrom('actor')
    .select('village')
    .distinct()
    .where('regency_code', '=', '33.24')
    .execute()
  const villages = rows.flatMap(({ village }) => village ?? [])
  const named = (text: string) => villages.filter((village) => text.includes(village))
  const shownTo = async (viewer: typeof ministryViewer) => {
    const context = { client, today: TODAY, viewer }
    const board = await loadBoard(context, '33.24', new URLSearchParams())
    const page = await loadBoardPage(context, '33.24', new URLSearchParams())
    const offerId = page.groups.offers[0]!.offerId
    const groups = await loadGroupsPage(context, '33.24', new URLSearchParams({ penawaran: offerId }))
    const markup = (['id', 'en'] as const).flatMap((locale) => [
      renderView(<BoardView page={page} />, locale),
      renderView(<GroupsView page={groups} />, locale),
    ])
    const { sheets } = await readXlsx(new Uint8Array(await (await boardFile('id', board, 'xlsx')).arrayBuffer()))
    const told = JSON.stringify([page, groups, board, sheets, markup])
    return { named: named(told), members: board.board.groups.length }
  }
  const office = await shownTo(districtViewer('33.24'))
  expect(office.members).toBeGreaterThan(0)
  expect(office.named.length).toBeGreaterThan(3)
  for (const viewer of [provinceViewer('33'), ministryViewer]) {
    expect(await shownTo(viewer)).toEqual({ named: [], members: office.members })
  }
})
