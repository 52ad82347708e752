import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mentionsOf } from '#app/domain/privacy/mentions.ts'
import { actorCode } from '#app/domain/values/actor-code.ts'
import { runFolder } from '#app/features/matches/national-run.server.ts'
import { forgetInStaging } from '#db/import-staging.ts'

/** Who is to be forgotten, as files may know her, and the files that go whole: plain values, to be kept until it is done. */
export interface Forgotten {
  readonly id: string
  readonly naturalKey: string | null
  readonly name: string | null
  readonly businessName: string | null
  readonly attachments: readonly string[]
  readonly evidence: readonly string[]
}

/**
 * Takes her out of every file of the data folder that may hold her: run files, the waiting rooms of loads, evidence and
 * attachments. Safe to repeat.
 * @returns how many files were changed or removed.
 */
export function forgetInFiles(dataDir: string, her: Forgotten): number {
  return (
    forgetInRunFiles(dataDir, her.id) +
    forgetInUploads(dataDir, her) +
    removeFiles(join(dataDir, 'attachments'), her.attachments) +
    removeFiles(join(dataDir, 'evidence'), her.evidence)
  )
}

/** Her id gives way to a mark of the same length, so that the ranking of everybody else stays in place. */
function forgetInRunFiles(dataDir: string, id: string): number {
  const folder = runFolder(dataDir)
  if (!existsSync(folder)) return 0
  const wanted = Buffer.from(id)
  const mark = Buffer.alloc(wanted.length, '-')
  let changed = 0
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    const bytes = readFileSync(file)
    let found = false
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
      mark.copy(bytes, at)
      found = true
    }
    if (!found) continue
    writeFileSync(file, bytes)
    changed += 1
  }
  return changed
}

function forgetInUploads(dataDir: string, her: Forgotten): number {
  const folder = join(dataDir, 'uploads')
  if (!existsSync(folder)) return 0
  const { id, naturalKey, name, businessName } = her
  const mentions = mentionsOf({ name, businessName, code: actorCode(id) })
  return readdirSync(folder).filter((batch) => {
    const staging = join(folder, batch, 'staging.sqlite')
    return existsSync(staging) && forgetInStaging(staging, { id, naturalKey, mentions }) > 0
  }).length
}

/** Removes files of a folder by name. @returns how many there were. */
function removeFiles(folder: string, names: readonly string[]): number {
  const there = names.filter((name) => existsSync(join(folder, name)))
  for (const name of there) rmSync(join(folder, name))
  return there.length
}
