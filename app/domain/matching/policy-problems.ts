import { FACT_IDS } from '../values/facts.ts'
import type { Policy } from './policy.ts'

/** Groups of numbers of a policy that are set one by one, with the range each number must lie in. */
export const POLICY_GROUPS = {
  weights: { keys: ['need', 'sector', 'region', 'cluster', 'record'], min: 0, max: 100, total: 100 },
  sector: { keys: ['named', 'family', 'all'], min: 0, max: 100 },
  region: { keys: ['regency', 'province', 'national'], min: 0, max: 100 },
  cluster: { keys: ['one', 'two', 'three'], min: 0, max: 100 },
  record: { keys: ['prior', 'strength'], min: 0, max: 100 },
  confidence: { keys: ['decided', 'facts', 'offer'], min: 0, max: 100, total: 100 },
  sourceConfidence: { keys: ['high', 'medium', 'low'], min: 0, max: 100 },
  freshness: { keys: ['freshDays', 'staleDays'], min: 1, max: 3650 },
} as const
export type PolicyGroup = keyof typeof POLICY_GROUPS

/** Numbers that stand alone. */
export const POLICY_SINGLES = {
  capacityMaxAgeDays: { min: 1, max: 365 },
  complementaryMax: { min: 1, max: 20 },
} as const
export type PolicySingle = keyof typeof POLICY_SINGLES

/** Most needs that have a weight of their own. */
export const MOST_RANKS = 20

/** `at` is the setting, as `weights` or `weights.need`. */
export interface PolicyProblem {
  readonly code: 'total' | 'range' | 'ranks' | 'order' | 'facts' | 'missing'
  readonly at: string
}

const isWithin = (value: unknown, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max

/** What is wrong with a policy; empty when matching can use it. It may come from anywhere, so that nothing is taken for granted. */
export function policyProblems(policy: Policy): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = []
  for (const [group, rule] of Object.entries(POLICY_GROUPS)) {
    const values = policy[group as PolicyGroup] as Readonly<Record<string, unknown>> | undefined
    const wrong = rule.keys.filter((key) => !isWithin(values?.[key], rule))
    problems.push(...wrong.map((key) => ({ code: 'range', at: `${group}.${key}` }) as const))
    const sum = rule.keys.reduce((total, key) => total + Number(values?.[key]), 0)
    if ('total' in rule && wrong.length === 0 && sum !== rule.total) problems.push({ code: 'total', at: group })
  }
  for (const [single, rule] of Object.entries(POLICY_SINGLES))
    if (!isWithin(policy[single as PolicySingle], rule)) problems.push({ code: 'range', at: single })
  if (!isWithin(policy.region?.farKm, { min: 1, max: 5000 })) problems.push({ code: 'range', at: 'region.farKm' })
  const ranks = policy.needRanks ?? []
  if (ranks.length === 0 || ranks.length > MOST_RANKS || !ranks.every((rank) => isWithin(rank, { min: 1, max: 100 })))
    problems.push({ code: 'ranks', at: 'needRanks' })
  if (policy.freshness?.staleDays <= policy.freshness?.freshDays) problems.push({ code: 'order', at: 'freshness' })
  if (!policy.changeable?.every((fact) => FACT_IDS.includes(fact))) problems.push({ code: 'facts', at: 'changeable' })
  for (const part of ['sectorFamilies', 'permitLadder', 'version'] as const)
    if (!policy[part]) problems.push({ code: 'missing', at: part })
  return problems
}
