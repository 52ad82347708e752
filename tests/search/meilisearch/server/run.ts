import { spawn } from 'node:child_process'

if (!process.env.MEILI_URL) {
  process.stdout.write('test:meilisearch was NOT run: MEILI_URL is not set, so nothing was checked against a server.\n')
} else {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'vitest.meilisearch.config.ts',
    ...process.argv.slice(2),
  ]
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
