import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { VERBS } from '#app/cli/verbs.ts'
import { cli as english } from '#app/i18n/messages/en/cli.ts'
import { cli as indonesian } from '#app/i18n/messages/id/cli.ts'
import { command, sinergi, temporaryFolder } from '#tests/support/cli.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
afterEach(() => vi.unstubAllEnvs())
const inFolder = (name: string) => join(folder.path, name)

test('help lists every verb, and each verb explains all its options in both languages', async () => {
  const help = await sinergi(['--help'])
  expect(help).toMatchObject({ code: 0, stderr: '' })
  for (const [name, load] of Object.entries(VERBS)) {
    expect(help.stdout).toContain(`  ${name} `)
    const verb = await load()
    expect(verb.name).toBe(name)
    for (const t of [indonesian, english]) {
      expect(Object.keys(t.verbs[verb.name].options).sort()).toEqual(Object.keys(verb.options).sort())
    }
  }
  const region = await command(['region', '--help'])
  expect(region).toMatchObject({ code: 0, stderr: '' })
  expect(region.stdout).toContain('--batch')
  expect((await command(['region', '--help', '--lang', 'en'])).stdout).toContain('Usage:')
})

test('a wrong call ends with code 2, a sentence on standard error and nothing on standard output', async () => {
  const calls: [string[], RegExp][] = [
    [[], /Pemakaian/],
    [['sed'], /"sed" tidak dikenal.*seed/],
    [['toString'], /"toString" tidak dikenal/],
    [['seed', '--acters', '4'], /--acters tidak dikenal.*--actors/],
    [['seed', '--actors'], /--actors memerlukan nilai/],
    [['seed', '--actors', '1e3'], /--actors harus bilangan bulat.*"1e3"/],
    [['seed', '--actors', '-5'], /--actors/],
    [['seed', '--actors', '2000001'], /2000001/],
    [['seed', 'banyak'], /"banyak" tidak diharapkan/],
    [['seed', '--json=ya'], /--json tidak menerima nilai/],
    [['region'], /--batch/],
    [['region', 'Kendal', '--level', 'desa'], /--level.*province, regency.*"desa"/],
    [['region', 'Kendal', '--lang', 'jv'], /--lang/],
    [['sed', '--lang', 'en'], /Unknown command "sed"/],
  ]
  for (const [args, sentence] of calls) {
    const result = await command(args)
    expect([args, result.code, result.stdout]).toEqual([args, 2, ''])
    expect(result.stderr).toMatch(sentence)
    expect(result.stderr).not.toMatch(/\n\s+at /)
  }
})

test('files and folders that cannot be used end with code 1 and the mend', async () => {
  writeFileSync(inFolder('kosong.json'), ' \n')
  writeFileSync(inFolder('rusak.json'), '[1,')
  writeFileSync(inFolder('objek.json'), '{}')
  writeFileSync(inFolder('angka.json'), '["Kendal", 33.24]')
  writeFileSync(inFolder('pilihan.json'), '[["Kendal", {"level": "desa"}]]')
  mkdirSync(inFolder('palsu'))
  writeFileSync(join(inFolder('palsu'), 'sinergi.sqlite'), 'ini bukan basis data '.repeat(100))
  const calls: [string[], RegExp][] = [
    [['region', '--batch', inFolder('tidak-ada.json')], /tidak ditemukan/],
    [['region', '--batch', folder.path], /adalah folder/],
    [['region', '--batch', inFolder('kosong.json')], /kosong/],
    [['region', '--batch', inFolder('rusak.json')], /bukan JSON/],
    [['region', '--batch', inFolder('objek.json')], /larik/],
    [['region', '--batch', inFolder('angka.json')], /butir ke-2/],
    [['region', '--batch', inFolder('pilihan.json')], /butir ke-1/],
    [['migrate', '--data-dir', inFolder('palsu')], /bukan basis data Sinergi/],
    [['migrate', '--data-dir', join(inFolder('rusak.json'), 'x')], /tidak dapat dibuka/],
  ]
  for (const [args, sentence] of calls) {
    const result = await command([...args, '--json'])
    expect([args, result.code, result.stdout]).toEqual([args, 1, ''])
    expect(result.stderr).toMatch(sentence)
    expect(result.stderr).not.toMatch(/\n\s+at /)
  }
  vi.stubEnv('PORT', 'pintu')
  const settings = await command(['seed'])
  expect(settings).toMatchObject({ code: 1, stdout: '' })
  expect(settings.stderr).toMatch(/PORT/)
})

test('a process of its own gives exit code and sentence, and writes no stack', async () => {
  const wrong = await sinergi(['seed', '--acters', '4'])
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr.split('\n')).toEqual([
    'Pilihan --acters tidak dikenal. Mungkin maksud Anda: --actors',
    'Lihat: npm run -s sinergi -- seed --help',
    '',
  ])
})

test('a reader that closes the pipe early is no failure', async () => {
  writeFileSync(inFolder('banyak.json'), JSON.stringify(Array.from({ length: 60_000 }, () => 'Kab. Kendal')))
  const line = `"${process.execPath}" --import tsx app/cli/sinergi.ts region --batch "${inFolder('banyak.json')}" | head -1; echo "code \${PIPESTATUS[0]}"`
  const output = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
    execFile('bash', ['-c', line], (_, stdout, stderr) => resolve({ stdout, stderr }))
  })
  expect(output).toEqual({ stdout: 'Kab. Kendal: 33.24 Kabupaten Kendal\ncode 0\n', stderr: '' })
})
