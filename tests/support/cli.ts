import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { runCommand } from '#app/cli/run.ts'

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command inside the test's own process: quick, but without pipes, signals and a real start. */
export async function command(args: readonly string[], signal = new AbortController().signal): Promise<CliResult> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const code = await runCommand(args, { stdout, stderr, signal })
  const textOf = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString() ?? ''
  return { code, stdout: textOf(stdout), stderr: textOf(stderr) }
}

/** Runs the command line as a process of its own, as a person would. */
export function sinergi(args: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  const line = ['--import', 'tsx', 'app/cli/sinergi.ts', ...args]
  const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve) => {
    execFile(process.execPath, line, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
}

/** A new empty folder under the system's own, with a function that removes it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'sinergi-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
