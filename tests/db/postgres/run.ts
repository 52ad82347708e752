import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs the tests of PostgreSQL against a cluster of their own under the system's temporary folder, or against the database
 * that SINERGI_TEST_PG names. Says in a sentence when there is neither; that is no failure.
 */
const INSTALLED = '/usr/lib/postgresql'

function binaries(): string | null {
  if (!existsSync(INSTALLED)) return null
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a))
  return (
    versions.map((version) => join(INSTALLED, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb'))) ??
    null
  )
}

function runTests(target: string): number {
  const env = { ...process.env, SINERGI_TEST_PG: target }
  return spawnSync('npx', ['vitest', 'run', 'tests/db/postgres'], { stdio: 'inherit', env }).status ?? 1
}

function onOwnCluster(bin: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-pg-'))
  // why: PostgreSQL refuses to run as root; its package brings a user of its own
  const isRoot = process.getuid?.() === 0
  const run = (command: string, args: readonly string[]) => {
    const [program, ...rest] = isRoot
      ? ['runuser', '-u', 'postgres', '--', join(bin, command), ...args]
      : [join(bin, command), ...args]
    return execFileSync(program!, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  }
  if (isRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  try {
    run('initdb', ['--pgdata', data, '--auth=trust', '--username=uji', '--encoding=UTF8', '--locale=C', '--no-sync'])
    run('pg_ctl', [
      'start',
      '--wait',
      '--pgdata',
      data,
      '--log',
      join(folder, 'log'),
      '--options',
      `-k ${folder} -c listen_addresses= -c fsync=off`,
    ])
    try {
      return runTests(`host=${folder} user=uji dbname=postgres`)
    } finally {
      run('pg_ctl', ['stop', '--wait', '--mode=fast', '--pgdata', data])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const named = process.env.SINERGI_TEST_PG
const bin = binaries()
if (named) process.exitCode = runTests(named)
else if (bin) process.exitCode = onOwnCluster(bin)
else
  process.stdout.write(
    'PostgreSQL: not run. None is installed under /usr/lib/postgresql, and SINERGI_TEST_PG names no database.\n',
  )
