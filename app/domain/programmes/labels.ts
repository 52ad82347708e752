/**
 * Labels of programmes and places: an IR model place, a replication of one, "Desa Ramah Perempuan dan Peduli Anak" (DRPPA),
 * "Ruang Bersama Indonesia" (RBI).
 */
export const PROGRAMME_LABELS = ['ir_model', 'replication', 'drppa', 'rbi'] as const
export type ProgrammeLabel = (typeof PROGRAMME_LABELS)[number]

export function isProgrammeLabel(text: string): text is ProgrammeLabel {
  return (PROGRAMME_LABELS as readonly string[]).includes(text)
}
