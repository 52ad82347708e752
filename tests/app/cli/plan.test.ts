import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, temporaryFolder } from '#tests/support/cli.ts'

const folder = temporaryFolder()
beforeAll(async () => {
  await command(['seed', '--actors', '600', '--data-dir', folder.path])
})
afterAll(() => folder.remove())

let files = 0
function file(content: unknown): string {
  const path = join(folder.path, `plan-${files++}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function plan(option: string, content: unknown) {
  const result = await command(['plan', option, file(content), '--json', '--data-dir', folder.path])
  return { ...result, answer: result.code === 0 ? JSON.parse(result.stdout) : null }
}

/** Costs as the assignment problems of Beasley's OR-Library are drawn: whole numbers from 1 to 100. */
function costs(size: number, seed: number): number[][] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return 1 + (state % 100)
  }
  return Array.from({ length: size }, () => Array.from({ length: size }, next))
}

test('a matrix has the same optimum as costs to be made small and as values to be made large', async () => {
  const matrix = costs(60, 7)
  const capacities = matrix.map(() => 1)
  const small = await plan('--matrix', { values: matrix, capacities, sense: 'min' })
  const large = await plan('--matrix', { values: matrix.map((row) => row.map((cost) => 101 - cost)), capacities })
  expect(small.answer).toMatchObject({ assigned: 60, sense: 'min' })
  expect(large.answer.objective).toBe(60 * 101 - small.answer.objective)
  expect(new Set(large.answer.assignment).size).toBe(60)
})

test('each row gets one place at most, each column keeps its capacity', async () => {
  const { answer } = await plan('--matrix', {
    values: [
      [5, 1],
      [5, 4],
      [5, -1],
    ],
    capacities: [1, 1],
  })
  expect(answer).toMatchObject({ objective: 9, assigned: 2, rows: 3 })
  expect(answer.assignment[1]).toBe(1)
})

test.each([
  ['no object', [], '{"values"'],
  ['a ragged row', { values: [[1, 2], [3]], capacities: [1, 1] }, '2'],
  ['a text for a number', { values: [['x']], capacities: [1] }, '1'],
  ['a negative capacity', { values: [[1]], capacities: [-1] }, 'jumlah tempat'],
  ['a field too many', { values: [], capacities: [], kapasitas: 1 }, 'kapasitas'],
  ['no JSON', '{values', 'JSON'],
])('%s is refused in a sentence, with nothing on standard output', async (_, content, named) => {
  const { code, stdout, stderr } = await plan('--matrix', content)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(named)
  expect(stderr).not.toContain('.ts:')
})

test('a scenario over the demo actors gives places to persons whom the matcher does not exclude', async () => {
  const { answer, stderr } = await plan('--scenario', {
    capacities: { 'pnm.mekaar': 40, 'kur.super-mikro': { places: 30, reason: 'uji' } },
    undecided: true,
    floor: { per: 'province', share: 0.1 },
  })
  expect(stderr).not.toContain('Error')
  expect(answer.status).toBe('optimal')
  expect(answer.covered).toBeGreaterThan(10)
  expect(answer.solver).toContain('HiGHS')
  expect(answer.toConfirm.length).toBeGreaterThan(50)
  for (const { actor, offer } of answer.assignments.slice(0, 3)) {
    const match = await command(['match', '--actor', actor, '--json', '--data-dir', folder.path])
    const found = JSON.parse(match.stdout).offers.find((one: { id: string }) => one.id === offer)
    expect(found.verdict).not.toBe('ineligible')
  }
  const replay = await command(['plan', '--replay', answer.id, '--json', '--data-dir', folder.path])
  expect(JSON.parse(replay.stdout)).toMatchObject({ id: answer.id, same: true })
  const used = new Map(answer.prices.map((one: { offer: string; used: number }) => [one.offer, one.used]))
  expect(used.get('pnm.mekaar')).toBeLessThanOrEqual(40)
}, 180_000)

test.each([
  ['an unknown field', { wilayah: [] }, 'wilayah'],
  [
    'an unknown field of a change by hand',
    { overrides: [{ kind: 'forbid', offer: 'pnm.mekaar', region: '33.24', reason: 'r' }] },
    'overrides[0].region',
  ],
  ['an unknown field of the programmes', { programmes: { minimum: 5 } }, 'programmes.minimum'],
  ['an unknown field of the floor', { floor: { per: 'province', share: 0.1, most: 1 } }, 'floor.most'],
  [
    'an unknown field of a capacity',
    { capacities: { 'pnm.mekaar': { places: 3, alasan: 'r' } } },
    'capacities.pnm.mekaar.alasan',
  ],
  ['an unknown offer', { capacities: { 'tidak.ada': 3 } }, 'tidak.ada'],
  ['an unknown region', { regions: ['Atlantis'] }, 'Atlantis'],
  ['a share above one', { floor: { per: 'province', share: 3 } }, 'floor.share'],
  [
    'hand work without a reason',
    { overrides: [{ kind: 'pin', offer: 'pnm.mekaar', actor: 'demo-0000001' }] },
    'reason',
  ],
  ['no confirmed places', {}, 'jumlah tempat'],
  [
    'nobody in the scope',
    { regions: ['94.08'], clusters: ['IR3'], needs: ['export'], capacities: { 'pnm.mekaar': 3 } },
    '',
  ],
])('%s ends with a sentence', async (_, content, named) => {
  const { code, stdout, stderr } = await plan('--scenario', content)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(named)
})

test('a plan that was never stored cannot be replayed', async () => {
  const { code, stderr } = await command(['plan', '--replay', 'tidak-ada', '--data-dir', folder.path])
  expect([code, stderr.includes('tidak-ada')]).toEqual([1, true])
})
