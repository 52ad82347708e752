/** Where a synergy programme ("program sinergi") stands. */
export const PROGRAMME_STATES = ['draft', 'consulted', 'published', 'running', 'closed'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

/** States in which its proposals are sent and followed. */
export const UNDER_WAY: readonly ProgrammeState[] = ['published', 'running']

/** States in which its content and its plan may be changed. */
export const OPEN_TO_CHANGE: readonly ProgrammeState[] = ['draft', 'consulted']

/** What a programme can be measured by: rates of the loop, or something in its own words. */
export const KPI_MEASURES = ['accepted', 'closed_loop', 'helped', 'own'] as const
export type KpiMeasure = (typeof KPI_MEASURES)[number]

export function isProgrammeState(text: string): text is ProgrammeState {
  return (PROGRAMME_STATES as readonly string[]).includes(text)
}
