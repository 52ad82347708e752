import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.string().optional(),
  SINERGI_STAGE: z.enum(['local', 'production']).optional().catch(undefined),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  DEMO_ACTORS: z.coerce.number().int().min(0).max(2_000_000).default(2000),
  DEMO_ACCOUNTS: z.enum(['0', '1']).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().min(1).default('loopback'),
  AUTH_KEY: z.string().optional(),
  CONTACT_KEY: z.string().optional(),
  CONTACT_KEYS_OLD: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  MEILI_URL: z.string().optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .default('sinergi'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  /**
   * The real thing, because NODE_ENV=production was said when the process began: no demo accounts, keys from the
   * environment, a second factor for administrators. Otherwise a local demonstration or development.
   */
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Absolute folder of everything the product writes: databases, index, run files, uploads. */
  readonly dataDir: string
  readonly databaseFile: string
  readonly searchFile: string
  /** How many invented actors the first start plants. */
  readonly demoActors: number
  /** Whether the demo accounts exist and may sign in; their passwords stand in the README. */
  readonly demoAccounts: boolean
  /** Where people reach the site, without a slash at the end; letters link to it. */
  readonly publicUrl: string
  /** Whose X-Forwarded headers are believed, as Express takes it: "loopback", addresses, or a number of hops. */
  readonly trustProxy: string | number
  /** 32 bytes in base64 that seal second factors and letters; null where none was given. */
  readonly authKey: string | null
  /** 32 bytes in base64 that seal telephone numbers and evidence of consent; null where none was given. */
  readonly contactKey: string | null
  /** Keys that sealed before; what they sealed can still be opened. */
  readonly contactKeysOld: readonly string[]
  /** null: letters become files in the folder `mail` of the data folder. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly meiliUrl: string | null
  readonly meiliKey: string | null
  /** Signs the tenant tokens of viewers; found among the server's keys when null. */
  readonly meiliSearchKey: string | null
  /** What the names of our indexes on the server begin with; two installations on one server take different ones. */
  readonly meiliPrefix: string
  readonly logLevel: string
}

/**
 * Reads the environment; the only place that does.
 * @param folder takes the place of DATA_DIR where the command line names a folder.
 * @throws Error naming the variable and the mend when a value cannot be used.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, folder?: string): Config {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`Pengaturan ${issue?.path.join('.')} tidak dapat dipakai: ${issue?.message}`)
  }
  const dataDir = resolve(folder ?? parsed.data.DATA_DIR)
  const production = (parsed.data.SINERGI_STAGE ?? parsed.data.NODE_ENV) === 'production'
  const hops = Number(parsed.data.TRUST_PROXY)
  return {
    production,
    host: parsed.data.HOST,
    port: parsed.data.PORT,
    dataDir,
    databaseFile: resolve(dataDir, 'sinergi.sqlite'),
    searchFile: resolve(dataDir, 'search.sqlite'),
    demoActors: parsed.data.DEMO_ACTORS,
    demoAccounts: parsed.data.DEMO_ACCOUNTS ? parsed.data.DEMO_ACCOUNTS === '1' : !production,
    publicUrl: (parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/+$/, ''),
    trustProxy: Number.isInteger(hops) ? hops : parsed.data.TRUST_PROXY,
    authKey: parsed.data.AUTH_KEY || null,
    contactKey: parsed.data.CONTACT_KEY || null,
    contactKeysOld: (parsed.data.CONTACT_KEYS_OLD ?? '').split(/[\s,]+/).filter((key) => key !== ''),
    smtpUrl: parsed.data.SMTP_URL || null,
    mailFrom: parsed.data.MAIL_FROM ?? 'Sinergi IR <sinergi-ir@localhost>',
    meiliUrl: parsed.data.MEILI_URL || null,
    meiliKey: parsed.data.MEILI_KEY || null,
    meiliSearchKey: parsed.data.MEILI_SEARCH_KEY || null,
    meiliPrefix: parsed.data.MEILI_PREFIX,
    logLevel: parsed.data.LOG_LEVEL,
  }
}
