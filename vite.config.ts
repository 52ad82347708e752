import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

/** Fails the build when browser code imports a folder that belongs to the server alone; data files are only text. */
function serverFolders(...folders: string[]): Plugin {
  const serverOnly = new RegExp(`^${process.cwd()}/(${folders.join('|')})/(?!reference/data/)`)
  return {
    name: 'server-folders',
    enforce: 'pre',
    load(id, options) {
      if (!options?.ssr && serverOnly.test(id)) this.error(`${id} is server-only but was imported by client code`)
    },
  }
}

/** Pages are not hydrated, so an edit anywhere reloads the page instead of patching modules. */
function reloadPage(): Plugin {
  return {
    name: 'reload-page',
    apply: 'serve',
    handleHotUpdate({ server, file }) {
      if (/\/(app|db|search)\//.test(file)) server.ws.send({ type: 'full-reload' })
      return []
    },
  }
}

export default defineConfig({
  plugins: [tailwindcss(), serverFolders('db', 'search'), reloadPage(), remix(remixConfig)],
  optimizeDeps: { exclude: ['better-sqlite3', 'kysely', '@remix-run/node'] },
  build: { target: 'es2022', reportCompressedSize: false },
})
