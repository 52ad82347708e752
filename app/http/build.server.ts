import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { StartRefused } from './preconditions.server.ts'

const ROOT = process.cwd()
export const BUILD_FOLDER = resolve(ROOT, 'build')
const STAMP = resolve(BUILD_FOLDER, 'stamp.json')
const SERVER = resolve(BUILD_FOLDER, 'server/index.js')
const REMIX = resolve(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')

const FOLDERS = ['app', 'db', 'search', 'public']
const ROOT_FILES = /^(.*\.ts|remix\.config\.js|package\.json|package-lock\.json)$/

/** A hash over the sizes and times of everything the build is made from. */
export function sourceStamp(root: string = ROOT): string {
  const hash = createHash('sha256')
  const files = FOLDERS.filter((folder) => existsSync(resolve(root, folder))).flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => resolve(entry.parentPath, entry.name)),
  )
  const settings = readdirSync(root)
    .filter((name) => ROOT_FILES.test(name))
    .map((name) => resolve(root, name))
  for (const file of [...files, ...settings].sort()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function builtStamp(): string | null {
  if (!existsSync(SERVER) || !existsSync(STAMP)) return null
  try {
    return (JSON.parse(readFileSync(STAMP, 'utf8')) as { source: string }).source
  } catch {
    return null
  }
}

function runBuild(): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [REMIX, 'vite:build'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('exit', (code) => (code === 0 ? done() : fail(new StartRefused(`Pembangunan gagal:\n${output}`))))
  })
}

/**
 * Builds when there is no build or a source file changed since. An installation without development packages uses the
 * build it was shipped with.
 * @throws StartRefused when there is nothing to serve.
 */
export async function buildIfStale(say: (text: string) => void): Promise<void> {
  if (!existsSync(REMIX)) {
    if (existsSync(SERVER)) return
    throw new StartRefused(
      'Belum ada hasil build, dan paket pengembangan tidak terpasang.\nJalankan npm ci, lalu npm start.',
    )
  }
  const stamp = sourceStamp()
  if (builtStamp() === stamp) return
  say('Membangun aplikasi (hanya bila kodenya berubah) ...')
  rmSync(STAMP, { force: true })
  await runBuild()
  writeFileSync(STAMP, `${JSON.stringify({ source: stamp })}\n`)
}

export async function loadBuild(): Promise<ServerBuild> {
  return (await import(pathToFileURL(SERVER).href)) as ServerBuild
}
