/** Names of the fields of a programme's desk. */
export const DESK_FIELDS = {
  version: 'versi',
  /** Followed by `_` and the step. */
  words: 'keterangan',
  /** Followed by `:` and the offer. */
  places: 'tempat',
  reason: 'alasan',
  copyTitle: 'judul_salinan',
  copyRegions: 'wilayah_salinan',
} as const
