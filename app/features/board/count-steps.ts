/** One colour of a map: the counts it stands for and how many regions have such a count. */
export interface CountStep {
  readonly from: number
  readonly to: number
  readonly regions: number
}

export interface CountSteps {
  /** One to five steps, lowest first; none when every count is zero. */
  readonly steps: readonly CountStep[]
  /** Regions without anybody. */
  readonly empty: number
  /** The step of a count, from 1; 0 for none. */
  stepOf(count: number): number
}

const STEPS = 5

/** Sorts counts into five steps of about as many regions each; equal counts always share a step. */
export function countSteps(counts: readonly number[]): CountSteps {
  const filled = counts.filter((count) => count > 0).sort((a, b) => a - b)
  const starts = [
    ...new Set(Array.from({ length: STEPS }, (_, step) => filled[Math.floor((step * filled.length) / STEPS)])),
  ].filter((start) => start !== undefined)
  const stepOf = (count: number): number =>
    count > 0 ? Math.max(1, starts.filter((start) => start <= count).length) : 0
  const steps = starts.map((_, at): CountStep => {
    const members = filled.filter((count) => stepOf(count) === at + 1)
    return { from: members[0]!, to: members.at(-1)!, regions: members.length }
  })
  return { steps, empty: counts.length - filled.length, stepOf }
}
