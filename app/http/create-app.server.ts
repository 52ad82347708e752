import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { BUILD_FOLDER } from './build.server.ts'
import { limitSize, limitWrites, refuseForeign } from './limits.server.ts'
import { logRequests } from './log.server.ts'
import { identify, securityHeaders } from './security.server.ts'

export type RemixBuild = ServerBuild | (() => Promise<ServerBuild>)

const HASHED_FILES = { immutable: true, maxAge: '1y', fallthrough: false } as const

/** Everything between the socket and Remix. `assets` is Vite's middleware in development, null in production. */
export function createApp(options: {
  development: boolean
  log: Logger
  build: RemixBuild
  assets: RequestHandler | null
  /** Whose X-Forwarded headers are believed. */
  trustProxy: string | number
  /** Whether this is the real site, which demands HTTPS for good once it was reached over it. */
  hsts: boolean
}): Express {
  const { development, log, build, assets, trustProxy, hsts } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.use(identify, logRequests(log), securityHeaders(development, hsts))
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n')
  })
  app.use(compression())
  if (assets) app.use(assets)
  else app.use('/assets', express.static(`${BUILD_FOLDER}/client/assets`, HASHED_FILES))
  app.use(express.static(`${BUILD_FOLDER}/client`, { maxAge: '1h', index: false }))
  app.use(refuseForeign, limitSize, limitWrites())
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: development ? 'development' : 'production',
      getLoadContext: (_request, response): AppLoadContext => {
        const { nonce, requestId } = response.locals as { nonce: string; requestId: string }
        return { nonce, requestId, logFault: (error) => log.error({ id: requestId, err: error }, 'fault') }
      },
    }),
  )
  return app
}
