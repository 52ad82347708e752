import { CLUSTER_IDS, type ClusterId } from '#app/domain/values/actor.ts'
import { plain } from './plain.ts'

const WORDS: ReadonlyMap<string, ClusterId> = new Map([
  ['pemula', 'IR1'],
  ['starter', 'IR1'],
  ['berkembang', 'IR2'],
  ['developing', 'IR2'],
  ['maju', 'IR3'],
  ['advanced', 'IR3'],
])

/** "IR 1", "IR-I", "ir2", "Klaster III", "Berkembang", "1", "IR 1 (Pemula)". Null when it is none of the three, or several. */
export function readCluster(text: string): ClusterId | null {
  const found = new Set<ClusterId>()
  for (const word of plain(text).split(' ')) {
    const number = /^(?:ir|kluster|klaster|kelas)?(iii|ii|i|1|2|3)$/.exec(word)?.[1]
    const cluster = number ? CLUSTER_IDS[(/\d/.test(number) ? Number(number) : number.length) - 1] : WORDS.get(word)
    if (cluster) found.add(cluster)
    else if (/\d/.test(word)) return null
  }
  return found.size === 1 ? [...found][0]! : null
}
