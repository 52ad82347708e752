import { performance } from 'node:perf_hooks'

/** One measured line: how many milliseconds, and how many times quicker than its baseline. */
export interface Line {
  readonly name: string
  readonly value: string
  /** Ratio to the baseline of the same run, with its target. */
  readonly ratio?: { readonly got: number; readonly target: number; readonly against: string }
}

const missed: string[] = []

export function heading(title: string): void {
  print(`\n## ${title}\n`)
}

export function report(line: Line): void {
  const { ratio } = line
  const verdict = ratio ? (ratio.got >= ratio.target ? 'met' : 'MISSED') : ''
  const tail = ratio ? ` | ${ratio.got.toFixed(1)}x ${ratio.against} (target ${ratio.target}x: ${verdict})` : ''
  const text = `- ${line.name}: ${line.value}${tail}`
  if (verdict === 'MISSED') missed.push(text)
  print(text)
}

/** An upper limit instead of a ratio. */
export function reportLimit(name: string, got: number, limit: number, unit: string): void {
  const met = got <= limit
  const text = `- ${name}: ${got.toFixed(2)} ${unit} (limit ${limit} ${unit}: ${met ? 'met' : 'MISSED'})`
  if (!met) missed.push(text)
  print(text)
}

export function print(text: string): void {
  console.log(text)
}

/** The lines of the targets not reached so far. */
export function missedTargets(): readonly string[] {
  return missed
}

/** Milliseconds of one call. */
export function time<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const begun = performance.now()
  const value = work()
  return { ms: performance.now() - begun, value }
}

/** The value below which a share of the sorted samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`
