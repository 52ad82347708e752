import { once } from 'node:events'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertPortFree, assertWritable, StartRefused } from '#app/http/preconditions.server.ts'

test('a port in use is refused with another one to try', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(assertPortFree('127.0.0.1', port)).rejects.toThrow(StartRefused)
  await expect(assertPortFree('127.0.0.1', port)).rejects.toThrow(`Port ${port} sedang dipakai`)
  await new Promise((done) => other.close(done))
  await expect(assertPortFree('127.0.0.1', port)).resolves.toBeUndefined()
})

test('an address of another machine is refused', async () => {
  await expect(assertPortFree('203.0.113.9', 3000)).rejects.toThrow('bukan milik komputer ini')
})

test('a data folder that cannot be made is refused; one that can is left clean', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-tulis-'))
  writeFileSync(join(folder, 'berkas'), '')
  expect(() => assertWritable(join(folder, 'berkas', 'data'))).toThrow(StartRefused)
  expect(() => assertWritable('/proc/tidak-ada/data')).toThrow(StartRefused)
  assertWritable(join(folder, 'baru'))
  expect(readdirSync(join(folder, 'baru'))).toEqual([])
})
