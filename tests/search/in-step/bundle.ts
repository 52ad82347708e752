import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/**
 * A program of this folder with the search worker beside it, as plain JavaScript: a process starts in a fraction of the time
 * that translating every module would take. Gone after the test.
 * @returns the path of the program.
 */
export async function bundled(program: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-program-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        input: {
          [program]: join(import.meta.dirname, `${program}.ts`),
          'search/embedded/worker-entry': join(ROOT, 'search/embedded/worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return join(folder, `${program}.js`)
}
