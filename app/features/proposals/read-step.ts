import { isReasonId, type Reason } from '#app/domain/loop/reasons.ts'
import { STEPS, type Step } from '#app/domain/loop/transitions.ts'

/** Names of the fields; with a position behind them for the outcome of one actor. */
export const STEP_FIELDS = {
  reason: 'alasan',
  condition: 'syarat',
  text: 'keterangan',
  words: 'kata',
  outcome: 'hasil',
  address: 'surel',
} as const

export interface ReadStep {
  readonly step: Step
  readonly reason: Reason | null
  readonly words: string
  readonly address: string | null
  readonly outcomes: readonly {
    readonly position: number
    readonly outcome: 'helped' | 'not_helped'
    readonly reason: Reason | null
  }[]
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What was typed into a form, to be shown again; files are left out. */
export function typedTexts(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

/** The reason of a form, whose fields may carry a suffix; null where none was chosen. */
export function readReason(form: FormData, suffix = ''): Reason | null {
  const id = textOf(form, STEP_FIELDS.reason + suffix)
  if (!isReasonId(id)) return null
  return {
    id,
    condition: textOf(form, STEP_FIELDS.condition + suffix) || null,
    text: textOf(form, STEP_FIELDS.text + suffix) || null,
  }
}

/** An e-mail address as people write one; the mail server has the last word. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/.test(text)
}

/** A step as its form asks for it; null when the form is none of ours. Whether it may be taken is not decided here. */
export function readStep(form: FormData, actors: number): ReadStep | null {
  const name = textOf(form, 'intent')
  if (!(STEPS as readonly string[]).includes(name)) return null
  const outcomes = Array.from({ length: actors }, (_, position) => position).flatMap((position) => {
    const outcome = textOf(form, `${STEP_FIELDS.outcome}-${position}`)
    return outcome === 'helped' || outcome === 'not_helped'
      ? [{ position, outcome, reason: readReason(form, `-${position}`) } as const]
      : []
  })
  // why: one form reports helped and not helped; which it is as a whole follows from the outcomes
  const step: Step =
    name === 'helped' && outcomes.length > 0 && outcomes.every((one) => one.outcome === 'not_helped')
      ? 'not_helped'
      : (name as Step)
  return {
    step,
    reason: readReason(form),
    words: textOf(form, STEP_FIELDS.words),
    address: textOf(form, STEP_FIELDS.address) || null,
    outcomes,
  }
}
