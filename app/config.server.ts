import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).catch('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  DEMO_ACTORS: z.coerce.number().int().min(0).max(2_000_000).default(2000),
  MEILI_URL: z.string().optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  readonly nodeEnv: 'development' | 'production' | 'test'
  readonly host: string
  readonly port: number
  /** Absolute folder of everything the product writes: databases, index, run files, uploads. */
  readonly dataDir: string
  readonly databaseFile: string
  readonly searchFile: string
  /** How many invented actors the first start plants. */
  readonly demoActors: number
  readonly meiliUrl: string | null
  readonly meiliKey: string | null
  /** Signs the tenant tokens of viewers; found among the server's keys when null. */
  readonly meiliSearchKey: string | null
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
  return {
    nodeEnv: parsed.data.NODE_ENV,
    host: parsed.data.HOST,
    port: parsed.data.PORT,
    dataDir,
    databaseFile: resolve(dataDir, 'sinergi.sqlite'),
    searchFile: resolve(dataDir, 'search.sqlite'),
    demoActors: parsed.data.DEMO_ACTORS,
    meiliUrl: parsed.data.MEILI_URL || null,
    meiliKey: parsed.data.MEILI_KEY || null,
    meiliSearchKey: parsed.data.MEILI_SEARCH_KEY || null,
    logLevel: parsed.data.LOG_LEVEL,
  }
}
