import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

export interface ViteHost {
  readonly middlewares: RequestHandler
  readonly loadBuild: () => Promise<ServerBuild>
}

/** Vite inside our server, on the same port; pages reload when a file is edited (plugin `reload-page`). */
export async function startVite(server: Server): Promise<ViteHost> {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } })
  return {
    middlewares: vite.middlewares,
    loadBuild: () => vite.ssrLoadModule('virtual:remix/server-build') as unknown as Promise<ServerBuild>,
  }
}
