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

/** Names of the fields of the labels of places. */
export const PLACE_LABEL_FIELDS = {
  id: 'kode',
  region: 'wilayah',
  village: 'desa',
  label: 'label',
  source: 'sumber',
  since: 'sejak',
} as const
