import { runCommand } from './run.ts'

const abort = new AbortController()
process.once('SIGINT', () => abort.abort())

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // why: the reader of a pipe may close it early, as `head` does; that is no failure of ours
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}

process.exitCode = await runCommand(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  signal: abort.signal,
})
