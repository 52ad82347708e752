import { readConfig } from '#app/config.server.ts'

/** Where the files lie that an erasure has to reach. */
export const dataFolder = (): string => readConfig().dataDir
