import process from 'node:process'

/**
 * Run as `node --import tsx server.js [--dev]`. The libraries want NODE_ENV settled before they are loaded, and "production"
 * means "fast" to them. To us it means "the real thing" and holds only where the person who starts the server said so.
 */
const development = process.argv.includes('--dev')
process.env.SINERGI_STAGE = process.env.NODE_ENV === 'production' && !development ? 'production' : 'local'
process.env.NODE_ENV = development ? 'development' : 'production'

const { start } = await import('./app/http/start.server.ts')
await start({ development })
