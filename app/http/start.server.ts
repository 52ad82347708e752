import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type Config, readConfig } from '#app/config.server.ts'
import { liveDb } from '#app/db.server.ts'
import { firstAdministratorSecret } from '#app/features/accounts/take-up-invitation.server.ts'
import { endStrandedPlans } from '#app/features/plans/store-plan.server.ts'
import { startScheduler } from '#app/features/proposals/scheduler.server.ts'
import { contactKeyFile, contactKeys } from '#app/lib/contact-keys.server.ts'
import { paths } from '#app/lib/paths.ts'
import { authKey, KeyMissing } from '#app/lib/seal.server.ts'
import { startDelivery } from '#app/mail/live-mail.server.ts'
import { syncSearch } from '#app/search.server.ts'
import { type SetupResult, setup } from '#app/setup.server.ts'
import { buildIfStale, loadBuild } from './build.server.ts'
import { createApp, type RemixBuild } from './create-app.server.ts'
import { startVite } from './development.server.ts'
import { createLog } from './log.server.ts'
import { assertPortFree, assertWritable, StartRefused } from './preconditions.server.ts'

const DRAIN_LIMIT = 10_000

/** A line for the person at the terminal, beside the JSON log. */
function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function stopOn(server: Server): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('Berhenti: menyelesaikan permintaan yang masih berjalan ...')
    server.close(async () => {
      await liveDb().close()
      process.exit(0)
    })
    server.closeIdleConnections()
    setTimeout(() => process.exit(1), DRAIN_LIMIT).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** In production somebody has to be the first; the link stands at the terminal, which only the operator sees. */
async function firstAdministrator(config: Config): Promise<void> {
  if (!config.production) return
  const secret = await firstAdministratorSecret(liveDb().db, new Date().toISOString())
  if (secret === null) return
  say('Belum ada pengelola. Buka tautan ini dalam 24 jam untuk membuat akun pengelola pertama (hanya sekali):')
  say(`  ${config.publicUrl}${paths.invitation(secret)}`)
  say('')
}

function welcome(config: Config, port: number, counts: SetupResult): void {
  const number = new Intl.NumberFormat('id-ID').format
  const local = config.host === '127.0.0.1' || config.host === 'localhost' || config.host === '::1'
  say('')
  say(`Sinergi IR siap di http://${local ? 'localhost' : config.host}:${port}`)
  say(
    `  ${number(counts.partners)} mitra, ${number(counts.offers)} penawaran, ${number(counts.actors)} pelaku (${number(counts.demoActors)} rekaan)`,
  )
  say(`  Data disimpan di ${config.dataDir}`)
  if (config.demoAccounts) {
    say('  Masuk dengan satu ketukan di /masuk: akun contoh untuk setiap peran.')
    if (!local || config.production)
      say('  PERHATIAN: sandi akun contoh diketahui umum. Jangan memuat data sungguhan di sini.')
  }
  if (local) say('  Hanya dapat dibuka dari komputer ini. Untuk jaringan: HOST=0.0.0.0 npm start')
  if (config.production && !config.smtpUrl)
    say('  PERHATIAN: SMTP_URL belum diatur, jadi undangan hanya ditulis sebagai berkas di folder data.')
  if (!config.production)
    say('  Ini peragaan. Untuk pemakaian sungguhan jalankan dengan NODE_ENV=production (README, "Production").')
  say('')
}

function settings(): Config {
  try {
    return readConfig()
  } catch (error) {
    throw new StartRefused((error as Error).message)
  }
}

/** @throws StartRefused where the key that seals secrets is missing, or a key is no key. */
function assertKeys(config: Config): void {
  try {
    authKey(config)
    const isFirst = config.contactKey === null && !existsSync(contactKeyFile(config))
    const { current } = contactKeys(config)
    if (current === null)
      say(
        'PERHATIAN: CONTACT_KEY belum diatur, jadi nomor telepon dan bukti persetujuan tidak dapat disimpan (README, "Data of persons").',
      )
    else if (isFirst)
      say(`Kunci untuk nomor telepon dan bukti persetujuan dibuat di ${contactKeyFile(config)}; simpan salinannya.`)
  } catch (error) {
    throw error instanceof KeyMissing ? new StartRefused(error.message) : error
  }
}

async function run(development: boolean): Promise<void> {
  const config = settings()
  const log = createLog(config.logLevel)
  assertWritable(config.dataDir)
  assertKeys(config)
  await assertPortFree(config.host, config.port)
  if (!development) await buildIfStale(say)
  const counts = await setup(config, say)
  const stranded = await endStrandedPlans(liveDb().db, new Date().toISOString())
  if (stranded > 0) log.warn({ stranded }, 'plans were under way when the server last ended')
  await syncSearch()

  const server = createServer()
  const vite = development ? await startVite(server) : null
  const build: RemixBuild = vite ? vite.loadBuild : await loadBuild()
  server.on(
    'request',
    createApp({
      development,
      log,
      build,
      assets: vite?.middlewares ?? null,
      trustProxy: config.trustProxy,
      hsts: config.production,
    }),
  )
  server.listen(config.port, config.host, () => {
    const address = server.address()
    welcome(config, typeof address === 'object' && address ? address.port : config.port, counts)
    void firstAdministrator(config)
  })
  startDelivery(log)
  startScheduler(log)
  stopOn(server)
}

/** Builds when needed, prepares the data, listens. Anything that prevents it ends the process with a sentence and code 1. */
export async function start({ development }: { development: boolean }): Promise<void> {
  try {
    await run(development)
  } catch (error) {
    const refusal = error instanceof StartRefused
    process.stderr.write(`\nSinergi IR tidak dapat dijalankan.\n${refusal ? error.message : (error as Error).stack}\n`)
    process.exit(1)
  }
}
