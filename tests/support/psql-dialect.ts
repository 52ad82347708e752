import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

/** A value as it stands in a statement. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`
  return `'${String(value).replaceAll("'", "''")}'`
}

const GIVES_ROWS = /^\s*(select|with|values)\b|\breturning\b/i

/**
 * One session of psql: the client every PostgreSQL brings along, so that tests need no driver of their own. Statements are
 * sent one after the other; rows come back as JSON.
 */
class PsqlSession implements DatabaseConnection {
  readonly #child: ChildProcessWithoutNullStreams
  #output = ''
  #turn: Promise<unknown> = Promise.resolve()

  constructor(target: string) {
    this.#child = spawn('psql', ['--no-psqlrc', '--tuples-only', '--no-align', '--dbname', target], { stdio: 'pipe' })
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text
    })
    this.#child.stderr.resume()
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const whole = sql.replaceAll(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]))
    const run = this.#turn.then(() => this.#run<R>(whole))
    this.#turn = run.catch(() => {})
    return run
  }

  async #run<R>(sql: string): Promise<QueryResult<R>> {
    const hasRows = GIVES_ROWS.test(sql)
    const statement = hasRows ? `with answer as (${sql}) select coalesce(json_agg(answer), '[]') from answer` : sql
    const mark = `---${randomUUID()}`
    this.#output = ''
    this.#child.stdin.write(`${statement};\n\\echo '${mark}' :ERROR :LAST_ERROR_MESSAGE\n`)
    const end = new RegExp(`${mark} (true|false) ?(.*)\n`)
    for (;;) {
      const found = end.exec(this.#output)
      if (found) {
        if (found[1] === 'true') throw new Error(`${found[2]}\n${sql}`)
        const text = this.#output.slice(0, found.index).trim()
        const affected = /^(?:INSERT \d+|UPDATE|DELETE) (\d+)$/m.exec(text)?.[1]
        return {
          rows: hasRows ? (JSON.parse(text) as R[]) : [],
          ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }),
        }
      }
      if (this.#child.exitCode !== null) throw new Error('psql has ended')
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  // biome-ignore lint/correctness/useYield: nothing is streamed in tests
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('psql does not stream')
  }

  end(): void {
    this.#child.stdin.end()
  }
}

/** Lends the one session to one transaction after the other, as a pool of one would. */
class PsqlDriver implements Driver {
  readonly #session: PsqlSession
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => {}

  constructor(target: string) {
    this.#session = new PsqlSession(target)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    let release = () => {}
    this.#free = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this.#session
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(raw('rollback'))
  }

  async destroy(): Promise<void> {
    this.#session.end()
  }
}

const raw = (sql: string) => ({ sql, parameters: [] }) as unknown as CompiledQuery

/** PostgreSQL through psql. @param target a connection string as psql takes it. */
export function psqlDialect(target: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PsqlDriver(target),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
