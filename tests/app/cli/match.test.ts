import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offerRecords } from '#db/reference/partner-records.ts'
import { command, temporaryFolder } from '#tests/support/cli.ts'

const folder = temporaryFolder()
beforeAll(async () => {
  await command(['seed', '--actors', '40', '--data-dir', folder.path])
})
afterAll(() => folder.remove())

const KENDAL = { regency: '33.24', sectors: ['food_snack'], cluster: 'IR1', needs: ['capital', 'legal_permits'] }

async function match(...args: string[]) {
  const result = await command(['match', ...args, '--json', '--data-dir', folder.path])
  return { ...result, answer: result.code === 0 ? JSON.parse(result.stdout) : null }
}

function factsFile(content: unknown): string {
  const file = join(folder.path, `facts-${Math.random().toString(36).slice(2)}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

type Line = { condition: string; result: string; text_id: string; text_en: string }
type Answered = { id: string; verdict: string; trace: Line[] }
const offerOf = (answer: { offers: Answered[] }, id: string) => answer.offers.find((offer) => offer.id === id)!

test('every offer is answered, each with its structural conditions, its typed ones and both languages', async () => {
  const { answer } = await match('--facts', factsFile({ ...KENDAL, facts: { group_size: 4, woman_owned: true } }))
  expect(answer.offers).toHaveLength(offerRecords().length)
  for (const record of offerRecords()) {
    const trace = offerOf(answer, record.row.id).trace
    const conditions = trace.map((line) => line.condition)
    expect(conditions).toEqual(
      expect.arrayContaining(['region', 'cluster', 'sector', 'need', 'status', 'window', 'capacity']),
    )
    for (const rule of record.conditions) expect(conditions).toContain(rule.fact)
    for (const line of trace) expect(line.text_id && line.text_en).toBeTruthy()
  }
  expect(answer.policy).toBeTruthy()
})

test('six more members open PNM Mekaar, and the answer says so', async () => {
  const { answer } = await match('--facts', factsFile({ ...KENDAL, facts: { group_size: 4, woman_owned: true } }))
  expect(offerOf(answer, 'pnm.mekaar').verdict).toBe('ineligible')
  expect(answer.nearestChanges['pnm.mekaar']).toEqual([{ fact: 'group_size', from: 4, to: 10 }])
  const opened = await match('--facts', factsFile({ ...KENDAL, facts: { group_size: 10, woman_owned: true } }))
  expect(offerOf(opened.answer, 'pnm.mekaar').verdict).toBe('eligible')
  expect(opened.answer.complementary.length).toBeGreaterThan(0)
})

test('nothing known about her facts leaves pairs undecided and asks the question that settles most', async () => {
  const { answer } = await match('--facts', factsFile({ ...KENDAL, facts: {} }))
  expect(offerOf(answer, 'pnm.mekaar').verdict).toBe('undecided')
  expect(answer.askNext.settles).toBeGreaterThan(0)
})

test('a programme of the past fails on its status', async () => {
  const { answer } = await match('--facts', factsFile({ ...KENDAL, regency: '33.07' }))
  const past = offerOf(answer, 'bank-mandiri.edukasi-ir')
  expect(past.verdict).toBe('ineligible')
  expect(past.trace.find((line) => line.condition === 'status')!.result).toBe('fail')
})

test('the name of a regency is understood, and one that fits several is not guessed', async () => {
  const kendal = await match('--facts', factsFile({ ...KENDAL, regency: 'Kab. Kendal' }))
  expect(kendal.code).toBe(0)
  const semarang = await match('--facts', factsFile({ ...KENDAL, regency: 'Semarang' }))
  expect(semarang.code).toBe(1)
  expect(semarang.stderr).toContain('Kota Semarang')
})

test.each([
  ['a sector outside the vocabulary', { ...KENDAL, sectors: ['keripik'] }, 'sectors'],
  ['a misspelt field', { ...KENDAL, sector: 'food_snack' }, 'sector'],
  ['an unknown fact', { ...KENDAL, facts: { nik: '1' } }, 'nik'],
  ['a fact of the wrong type', { ...KENDAL, facts: { internet: 'ya' } }, 'facts.internet'],
  ['a negative number', { ...KENDAL, facts: { group_size: -1 } }, 'facts.group_size'],
  ['a list instead of an object', [], 'JSON'],
])('%s is refused with its name and nothing on standard output', async (_, content, named) => {
  const { code, stdout, stderr } = await match('--facts', factsFile(content))
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain(named)
})

test('an actor and an offer can be asked for by their codes', async () => {
  const actor = await match('--actor', 'demo-0000001')
  expect(actor.answer.offers).toHaveLength(offerRecords().length)
  const offer = await match('--offer', 'kur.super-mikro', '--limit', '5')
  expect(offer.answer.total).toBe(40)
  expect(offer.answer.actors.length).toBe(Math.min(5, offer.answer.eligible))
  for (const pair of offer.answer.actors) expect(pair.verdict).toBe('eligible')
  expect((await match('--offer', 'tidak-ada')).code).toBe(1)
  expect((await match('--offer', 'a', '--actor', 'b')).code).toBe(2)
})

test('a national run is stored and summed up', async () => {
  const result = await command(['national-run', '--top', '3', '--threads', '1', '--json', '--data-dir', folder.path])
  expect(result.code).toBe(0)
  const summary = JSON.parse(result.stdout)
  expect(summary).toMatchObject({ actors: 40, offers: offerRecords().length, top: 3 })
  expect(summary.eligible_pairs).toBeGreaterThan(0)
  expect(summary.seconds).toBeGreaterThan(0)
})
