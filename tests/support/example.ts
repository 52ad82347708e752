import { createMatchContext, type MatchContext } from '#app/domain/matching/context.ts'
import { DEFAULT_POLICY } from '#app/domain/matching/policy.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { FactCondition, Offer } from '#app/domain/values/offer.ts'

export const TODAY = '2026-11-24'

/** A complete actor of Kendal who needs capital; a test names only what matters to it. */
export function exampleActor(over: Partial<ActorProfile> = {}): ActorProfile {
  return {
    id: 'pelaku-1',
    regency: '33.24',
    village: 'Desa A',
    sectors: ['food_snack'],
    cluster: 'IR1',
    needs: ['capital'],
    facts: {},
    factsAsOf: TODAY,
    ...over,
  }
}

/** A national offer of capital without conditions. */
export function exampleOffer(over: Partial<Offer> = {}): Offer {
  return {
    id: 'penawaran-1',
    partnerId: 'mitra-1',
    tie: 'financing',
    status: 'current',
    needs: ['capital'],
    sectors: ['*'],
    clusters: ['IR1', 'IR2', 'IR3'],
    coverage: { level: 'national', regions: [], known: true },
    conditions: [],
    capacity: { slots: null, taken: 0, unit: null, asOf: null },
    window: { opens: null, closes: null },
    confidence: 'high',
    asOf: TODAY,
    ...over,
  }
}

export function rule(
  fact: FactCondition['fact'],
  op: FactCondition['op'],
  value: FactCondition['value'],
): FactCondition {
  return { fact, op, value, textId: 'Syarat', textEn: 'Condition', confidence: 'high' }
}

export function exampleContext(offers: readonly Offer[] = []): MatchContext {
  return createMatchContext({ policy: DEFAULT_POLICY, today: TODAY, offers })
}
