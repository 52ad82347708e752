import { type ChainHead, GENESIS } from '#app/domain/audit/chain.ts'
import { verifyAudit } from '#db/queries/audit.ts'
import { CliFailure, type CliText, UsageError, type Verb } from '../verb.ts'

/** A head as the verb itself prints it: "120:<64 hexadecimal digits>". */
function readPin(text: unknown, t: CliText): ChainHead | undefined {
  if (text === undefined) return undefined
  const parts = /^(\d{1,12}):([0-9a-f]{64})$/.exec(String(text).trim())
  if (!parts) throw new UsageError(t.verbs.audit.badHead(`0:${GENESIS}`))
  return { count: Number(parts[1]), hash: parts[2]! }
}

export const auditVerb: Verb = {
  name: 'audit',
  options: { head: { type: 'string' } },
  positionals: true,
  async run({ values, positionals }, io) {
    const t = io.t.verbs.audit
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new UsageError(t.onlyVerify)
    const pin = readPin(values.head, io.t)
    const client = await io.openDb({ reference: false })
    const { head, findings } = await verifyAudit(client.db, pin)
    const ok = findings.length === 0
    io.answer({ ok, head: { ...head, pin: `${head.count}:${head.hash}` }, findings }, () => [
      ok ? t.whole(head.count) : t.broken(findings.length),
      ...findings.map((finding) => `${io.messages.audit.chain.findings[finding.fault](String(finding.seq))}.`),
      t.head(`${head.count}:${head.hash}`),
    ])
    if (!ok) throw new CliFailure(t.failed)
  },
}
