import { register } from 'tsx/esm/api'

/** A thread does not take over the loader of its process, so it registers its own before the first TypeScript module. */
register()
await import('./worker.ts')
