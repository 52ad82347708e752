import { join } from 'node:path'
import type { Logger } from 'pino'
import { readConfig } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import { drainOutbox } from './outbox.server.ts'
import { folderTransport, type MailTransport, smtpTransport } from './transport.server.ts'

const EVERY_MS = 5000

const kept = globalThis as { sinergiMail?: { transport: MailTransport; running: Promise<unknown> | null } }

function live() {
  if (!kept.sinergiMail) {
    const { smtpUrl, mailFrom, dataDir } = readConfig()
    const transport = smtpUrl ? smtpTransport(smtpUrl, mailFrom) : folderTransport(join(dataDir, 'mail'), mailFrom)
    kept.sinergiMail = { transport, running: null }
  }
  return kept.sinergiMail
}

/** Where the letters of this server go; for pages that must say that nothing is really sent. */
export function mailGoesTo(): MailTransport['kind'] {
  return live().transport.kind
}

/** Sends what waits in the outbox, without keeping anybody waiting. To be called after a transaction that wrote a letter. */
export function deliverSoon(): void {
  const mail = live()
  mail.running ??= drainOutbox(liveDb(), mail.transport, new Date().toISOString())
    // why: whatever went wrong is tried again by the clock below, which also reports it
    .catch(() => null)
    .finally(() => {
      mail.running = null
    })
}

/** Empties the outbox every few seconds while the server runs. */
export function startDelivery(log: Logger): void {
  const mail = live()
  const timer = setInterval(async () => {
    try {
      const report = await drainOutbox(liveDb(), mail.transport, new Date().toISOString())
      if (report.postponed + report.failed > 0) log.warn(report, 'letters could not be delivered')
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be emptied')
    }
  }, EVERY_MS)
  timer.unref()
}
