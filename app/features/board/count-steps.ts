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
  /** The step of a count that was among those given, from 1; 0 for none. */
  stepOf(count: number): number
}

const STEPS = 5

/** Sum of squared distances from their mean, for every run sorted[from..to). */
function spreads(values: readonly number[]): (from: number, to: number) => number {
  const sums = [0]
  const squares = [0]
  values.forEach((value, at) => {
    sums.push(sums[at]! + value)
    squares.push(squares[at]! + value * value)
  })
  return (from, to) => {
    const sum = sums[to]! - sums[from]!
    return squares[to]! - squares[from]! - (sum * sum) / (to - from)
  }
}

/** Where each of `wanted` runs of sorted values begins, so that the runs are as even within as can be (Fisher). */
function naturalBreaks(values: readonly number[], wanted: number): readonly number[] {
  const spread = spreads(values)
  const size = values.length
  let best = Array.from({ length: size + 1 }, (_, end) => (end === 0 ? 0 : spread(0, end)))
  const cuts: number[][] = []
  for (let runs = 2; runs <= wanted; runs++) {
    const cut = new Array<number>(size + 1).fill(0)
    const next = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY)
    for (let end = runs; end <= size; end++) {
      for (let start = runs - 1; start < end; start++) {
        const cost = best[start]! + spread(start, end)
        if (cost < next[end]!) {
          next[end] = cost
          cut[end] = start
        }
      }
    }
    cuts.push(cut)
    best = next
  }
  const starts: number[] = []
  let end = size
  for (const cut of cuts.reverse()) {
    end = cut[end]!
    starts.unshift(end)
  }
  return [0, ...starts]
}

/**
 * Sorts counts into at most five steps by natural breaks. Square roots are compared, so that a few large counts do not
 * leave one step for all the small ones; equal counts always share a step.
 */
export function countSteps(counts: readonly number[]): CountSteps {
  const filled = counts.filter((count) => count > 0)
  const distinct = [...new Set(filled)].sort((a, b) => a - b)
  const starts = naturalBreaks(distinct.map(Math.sqrt), Math.min(STEPS, distinct.length)).map((at) => distinct[at]!)
  const stepOf = (count: number): number => starts.filter((start) => start <= count).length
  const steps = distinct.length === 0 ? [] : starts
  return {
    steps: steps.map((from, at): CountStep => {
      const members = filled.filter((count) => stepOf(count) === at + 1)
      return { from, to: Math.max(...members), regions: members.length }
    }),
    empty: counts.length - filled.length,
    stepOf,
  }
}
