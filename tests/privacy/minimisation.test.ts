import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FACT_IDS, FACT_VALUES } from '#app/domain/values/facts.ts'
import { templateCsv } from '#app/intake/write/template.ts'
import { testDb } from '#tests/support/test-db.ts'

/** What the platform never asks: NIK, religion, marital status, health, whether she survived violence. */
const NEVER = [
  ...['nik', 'ktp', 'kk', 'religion', 'agama', 'marital', 'married', 'kawin', 'perkawinan', 'nikah', 'janda', 'widow'],
  ...[
    'health',
    'illness',
    'penyakit',
    'disability',
    'disabilitas',
    'difabel',
    'survivor',
    'penyintas',
    'korban',
    'kdrt',
  ],
]

/** The words of an identifier or heading: "maritalStatus" and "marital_status" both hold "marital". */
const wordsOf = (text: string) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
const forbiddenIn = (texts: readonly string[]) =>
  texts.filter((text) => wordsOf(text).some((word) => NEVER.includes(word)))

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

test('the way of looking finds what it looks for', () => {
  expect(
    forbiddenIn(['NIK', 'maritalStatus', 'status_perkawinan', 'Agama pemilik', 'unik', 'teknik', 'sehat']),
  ).toEqual(['NIK', 'maritalStatus', 'status_perkawinan', 'Agama pemilik'])
})

test('no table has a column for it', async () => {
  const { db } = await testDb()
  const tables = await db.introspection.getTables()
  const columns = tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`))
  expect(columns.length).toBeGreaterThan(150)
  expect(forbiddenIn(columns)).toEqual([])
})

test('no fact, no value of a fact and no heading of the list to load asks for it', () => {
  expect(forbiddenIn([...FACT_IDS, ...Object.values(FACT_VALUES).flat()])).toEqual([])
  for (const locale of ['id', 'en'] as const) {
    const headings = templateCsv(locale).split(/\r?\n/)[0]!.split(';')
    expect(headings.length).toBeGreaterThan(5)
    expect(forbiddenIn(headings)).toEqual([])
  }
})

test('no control of any form asks for it', () => {
  const names = sources('app').flatMap((source) => [...source.matchAll(/\bname="([^"]+)"/g)].map((found) => found[1]!))
  expect(names.length).toBeGreaterThan(30)
  expect(forbiddenIn(names)).toEqual([])
})
