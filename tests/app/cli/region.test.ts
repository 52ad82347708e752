import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import cases from '#tests/fixtures/alias_cases.json' with { type: 'json' }
import { command, sinergi, temporaryFolder } from '#tests/support/cli.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

test('a batch answers every entry in its order, as one JSON value', async () => {
  const file = join(folder.path, 'batch.json')
  const given = cases as [string, string | string[] | null, object?][]
  writeFileSync(file, JSON.stringify(given.map(([text, , options]) => (options ? [text, options] : [text]))))
  const result = await sinergi(['region', '--batch', file, '--json'], { DATA_DIR: join(folder.path, 'none') })
  expect(result).toMatchObject({ code: 0, stderr: '' })
  expect(result.stdout.trim().split('\n')).toHaveLength(1)
  const answers = JSON.parse(result.stdout) as { code: string | null; candidates: string[]; suggestions: string[] }[]
  expect(answers.map((answer) => Object.keys(answer).sort())).toEqual(
    given.map(() => ['candidates', 'code', 'suggestions']),
  )
  expect(answers.map((answer) => (answer.candidates.length > 0 ? answer.candidates : answer.code))).toEqual(
    given.map(([, expected]) => expected),
  )
})

test('plain texts may stand in a batch, and options of the line hold for all', async () => {
  const file = join(folder.path, 'plain.json')
  writeFileSync(file, '\uFEFF["Semarang", ["Semarang", {"prefer": "kabupaten"}], "Kab. Kedal"]')
  const result = await command(['region', '--batch', file, '--json', '--prefer', 'kota'])
  expect(JSON.parse(result.stdout)).toEqual([
    { code: '33.74', candidates: [], suggestions: [] },
    { code: '33.22', candidates: [], suggestions: [] },
    { code: null, candidates: [], suggestions: ['33.24'] },
  ])
})

test('one text is answered in words or as JSON', async () => {
  expect((await command(['region', 'Kab.', 'Kendal'])).stdout).toBe('Kab. Kendal: 33.24 Kabupaten Kendal\n')
  expect((await command(['region', 'Semarang'])).stdout).toContain('33.22 Kabupaten Semarang, 33.74 Kota Semarang')
  const json = await command(['region', 'Semarang', '--prov', 'Jateng', '--json'])
  expect(JSON.parse(json.stdout)).toEqual({ code: null, candidates: ['33.22', '33.74'], suggestions: [] })
})
