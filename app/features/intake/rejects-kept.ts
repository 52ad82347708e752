/** Rejected rows hold what people typed, so they are deleted after this many days. */
export const REJECTS_KEPT_DAYS = 30
