import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { command, sinergi, temporaryFolder } from '#tests/support/cli.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

test('seeding an empty folder migrates, loads the reference and plants the people; repeating adds nothing', async () => {
  const data = join(folder.path, 'data')
  const first = await sinergi(['seed', '--actors', '250', '--json', '--data-dir', data])
  expect(first.code).toBe(0)
  expect(JSON.parse(first.stdout)).toMatchObject({ actors: { added: 250, total: 250, seed: 1 } })
  expect(first.stderr).toContain('250/250')

  const again = await command(['seed', '--actors', '250', '--json', '--data-dir', data])
  expect(JSON.parse(again.stdout)).toMatchObject({ actors: { added: 0, total: 250 } })
  const more = await command(['seed', '--actors', '300', '--data-dir', data])
  expect(more.stdout).toMatch(/^50 pelaku contoh ditambahkan; seluruhnya 300/)

  const other = await command(['seed', '--actors', '400', '--seed', '2', '--json', '--data-dir', data])
  expect(other).toMatchObject({ code: 2, stdout: '' })
  expect(other.stderr).toContain('--seed 1')

  const database = new SQLite(join(data, 'sinergi.sqlite'), { readonly: true })
  expect(database.prepare('select count(*) as n, sum(is_demo) as demo from actor').get()).toEqual({ n: 300, demo: 300 })
  expect(database.prepare('select count(*) as n from offer').get()).toEqual({ n: 63 })
  database.close()
})

test('the same seed in two folders gives the same people, another seed other people', async () => {
  const people = async (name: string, seed: string) => {
    const data = join(folder.path, name)
    await command(['seed', '--actors', '100', '--seed', seed, '--data-dir', data])
    const database = new SQLite(join(data, 'sinergi.sqlite'), { readonly: true })
    const rows = database.prepare('select id, regency_code, needs, facts, products from actor order by id').all()
    database.close()
    return rows
  }
  const [one, same, other] = [await people('a', '5'), await people('b', '5'), await people('c', '6')]
  expect(one).toHaveLength(100)
  expect(same).toEqual(one)
  expect(other).not.toEqual(one)
})

test('migrate answers with the database and what was applied', async () => {
  const data = join(folder.path, 'empty')
  const first = await command(['migrate', '--json', '--data-dir', data])
  expect(JSON.parse(first.stdout)).toMatchObject({ database: join(data, 'sinergi.sqlite') })
  expect(JSON.parse(first.stdout).applied.length).toBeGreaterThan(0)
  expect(JSON.parse((await command(['migrate', '--json', '--data-dir', data])).stdout).applied).toEqual([])
})

test('seeding stopped by Ctrl+C ends with code 130 and can be repeated', async () => {
  const args = ['seed', '--actors', '20', '--json', '--data-dir', join(folder.path, 'stopped')]
  const stopped = await command(args, AbortSignal.abort())
  expect(stopped).toMatchObject({ code: 130, stdout: '' })
  expect(stopped.stderr).toContain('Dihentikan')
  expect(JSON.parse((await command(args)).stdout)).toMatchObject({ actors: { added: 20, total: 20 } })
})
