/** A row of the log as it is stored, in the order in which it is hashed. */
export interface ChainedRow {
  readonly seq: number
  readonly at: string
  readonly account_id: string | null
  readonly role: string
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string | null
  readonly partner_id: string | null
  readonly because: string | null
  /** JSON as stored. */
  readonly detail: string
  readonly prev_hash: string
  readonly hash: string
}

/** How far the log goes: the number of the last row and its hash. Kept elsewhere, it pins everything before it. */
export interface ChainHead {
  readonly count: number
  readonly hash: string
}

/** What stands before the first row. */
export const GENESIS = '0'.repeat(64)

export const EMPTY_HEAD: ChainHead = { count: 0, hash: GENESIS }

/** What is hashed of a row: its values in a fixed order as JSON, the hash before it first. */
export function chainText(row: Omit<ChainedRow, 'hash'>): string {
  return JSON.stringify([
    row.prev_hash,
    row.seq,
    row.at,
    row.account_id,
    row.role,
    row.action,
    row.subject_type,
    row.subject_id,
    row.partner_id,
    row.because,
    row.detail,
  ])
}

/**
 * `missing`: rows between two others are gone. `changed`: a row does not give its own hash, as when its values were edited
 * or exchanged with another's. `unlinked`: a row does not continue the one before it. `truncated`: the end that the head
 * speaks of is gone. `beyond`: rows stand after the head. `head`: the last row is not the one the head speaks of.
 */
export type ChainFault = 'missing' | 'changed' | 'unlinked' | 'truncated' | 'beyond' | 'head'

export interface ChainFinding {
  readonly fault: ChainFault
  /** The row at which it shows; of missing rows the first. */
  readonly seq: number
}

/** Looks at the rows one after the other, in the order of `seq`; memory stays the same however long the log is. */
export function createChainCheck(hashOf: (text: string) => string) {
  const findings: ChainFinding[] = []
  let last: ChainHead = EMPTY_HEAD
  let hashAtPin: string | null = null
  return {
    /** @param pin a head noted earlier, of which the row is to be remembered. */
    take(row: ChainedRow, pin?: ChainHead): void {
      const isNext = row.seq === last.count + 1
      if (!isNext) findings.push({ fault: 'missing', seq: last.count + 1 })
      if (hashOf(chainText(row)) !== row.hash) findings.push({ fault: 'changed', seq: row.seq })
      if (isNext && row.prev_hash !== last.hash) findings.push({ fault: 'unlinked', seq: row.seq })
      if (pin?.count === row.seq) hashAtPin = row.hash
      last = { count: row.seq, hash: row.hash }
    },
    /** Compares the end with the stored head, and with a head that was noted elsewhere. */
    end(stored: ChainHead, pin?: ChainHead): { readonly head: ChainHead; readonly findings: readonly ChainFinding[] } {
      if (last.count < stored.count) findings.push({ fault: 'truncated', seq: last.count + 1 })
      else if (last.count > stored.count) findings.push({ fault: 'beyond', seq: stored.count + 1 })
      else if (last.hash !== stored.hash) findings.push({ fault: 'head', seq: last.count })
      if (pin && pin.count > last.count) findings.push({ fault: 'truncated', seq: last.count + 1 })
      else if (pin && pin.count > 0 && hashAtPin !== pin.hash) findings.push({ fault: 'head', seq: pin.count })
      return { head: last, findings }
    },
  }
}
