import type { NextFunction, Request, Response } from 'express'
import { type Logger, pino } from 'pino'
import { withoutSecret } from './secret-paths.ts'

/** JSON lines on standard output. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/** Assets are many and always the same; they are worth a line only when something fails. */
function levelOf(path: string, status: number): 'debug' | 'info' | 'error' {
  if (status >= 500) return 'error'
  return /^\/(assets|healthz|@|node_modules|app\/)/.test(path) && status < 400 ? 'debug' : 'info'
}

/** One line a request: path without query string and secrets, no body, no address of the reader. */
export function logRequests(log: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const start = performance.now()
    const path = withoutSecret(request.path)
    const { method } = request
    response.on('finish', () => {
      const status = response.statusCode
      const ms = Math.round(performance.now() - start)
      log[levelOf(path, status)]({ id: response.locals.requestId, method, path, status, ms }, 'request')
    })
    next()
  }
}
