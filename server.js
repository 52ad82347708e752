import process from 'node:process'

/** Run as `node --import tsx server.js [--dev]`. NODE_ENV is settled before React and Remix are loaded. */
const development = process.argv.includes('--dev')
process.env.NODE_ENV = development ? 'development' : 'production'

const { start } = await import('./app/http/start.server.ts')
await start({ development })
