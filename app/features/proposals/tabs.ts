export const TABS = ['mine', 'theirs', 'running', 'ended', 'all'] as const
export type Tab = (typeof TABS)[number]

/** The tabs in the address. */
export const TAB_WORDS: Record<Tab, string> = {
  mine: 'saya',
  theirs: 'menunggu',
  running: 'berjalan',
  ended: 'selesai',
  all: 'semua',
}
