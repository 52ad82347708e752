/** First segments of the addresses whose second one is a secret sent by letter: `:token` in app/routes.ts. */
export const SECRET_PATHS = ['undangan', 'setel-sandi', 'jawab', 'konfirmasi-tempat'] as const

const SECRET_PATH = new RegExp(`^/(${SECRET_PATHS.join('|')})/[^/]+`)

/** A path as it may be logged. */
export const withoutSecret = (path: string): string => path.replace(SECRET_PATH, '/$1/:token')
