import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sourceStamp } from '#app/http/build.server.ts'

test('the stamp changes with an edit anywhere in the sources and with nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'sinergi-build-'))
  mkdirSync(join(root, 'app/deep'), { recursive: true })
  mkdirSync(join(root, 'data'))
  const file = join(root, 'app/deep/page.tsx')
  writeFileSync(file, 'one')
  writeFileSync(join(root, 'package.json'), '{}')
  const before = sourceStamp(root)
  expect(sourceStamp(root)).toBe(before)

  writeFileSync(join(root, 'data/sinergi.sqlite'), 'x')
  writeFileSync(join(root, 'README.md'), 'x')
  expect(sourceStamp(root)).toBe(before)

  utimesSync(file, new Date(2020, 1, 1), new Date(2020, 1, 1))
  const touched = sourceStamp(root)
  expect(touched).not.toBe(before)

  writeFileSync(join(root, 'package.json'), '{"a":1}')
  expect(sourceStamp(root)).not.toBe(touched)
})
