import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

/** The server cannot start; the message is for the person at the terminal and says what to do. */
export class StartRefused extends Error {}

/** mkdir with `recursive` never ends where a parent can neither exist nor be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** @throws StartRefused when nothing can be written in the folder. */
export function assertWritable(folder: string): void {
  const probe = join(folder, `.coba-tulis-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartRefused(
      `Folder data ${folder} tidak dapat ditulisi (${code}).\nBeri izin tulis pada folder itu, atau pilih folder lain: DATA_DIR=/folder/lain npm start`,
    )
  }
}

/** @throws StartRefused when another program has the port, or the address is not this machine's. */
export function assertPortFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new StartRefused(whyNot(error.code, host, port))))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function whyNot(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} sedang dipakai program lain.\nHentikan program itu, atau pilih port lain: PORT=${port === 65535 ? port - 1 : port + 1} npm start`
    case 'EACCES':
      return `Port ${port} hanya boleh dipakai administrator.\nPilih port di atas 1023: PORT=3000 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Alamat ${host} bukan milik komputer ini.\nPeriksa HOST, atau hapus supaya memakai 127.0.0.1.`
    default:
      return `Tidak dapat mendengarkan di ${host}:${port} (${code}).`
  }
}
