import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES, type Role } from '#app/domain/access/viewer.ts'
import { REASONS, REASONS_FOR, reasonProblem } from '#app/domain/loop/reasons.ts'
import { FINAL_STATES, type Origin, PROPOSAL_STATES, type ProposalState } from '#app/domain/loop/states.ts'
import { nextState, STEPS, type Step, stepsFor, TRANSITIONS } from '#app/domain/loop/transitions.ts'

const roleArb = fc.constantFrom<Role | 'clock'>(...ROLES, 'clock')
const originArb = fc.constantFrom<Origin>('office', 'partner')
const stepArb = fc.constantFrom<Step>(...STEPS)

test('every walk stays inside the table, and a final state is never left', () => {
  fc.assert(
    fc.property(originArb, fc.array(fc.tuple(stepArb, roleArb), { maxLength: 25 }), (origin, walk) => {
      let state: ProposalState = 'draft'
      for (const [step, role] of walk) {
        const next = nextState(state, step, role, origin)
        if (!next.ok) continue
        expect(FINAL_STATES).not.toContain(state)
        expect(TRANSITIONS[step].from).toContain(state)
        state = next.to
      }
      expect(PROPOSAL_STATES).toContain(state)
    }),
    { numRuns: 200 },
  )
})

test('nobody answers a proposal of his own side', () => {
  for (const origin of ['office', 'partner'] as const) {
    const own: readonly Role[] = origin === 'partner' ? ['partner'] : ['district', 'ministry']
    for (const role of own)
      for (const step of ['accept', 'decline', 'ask', 'see'] as const)
        expect(nextState('sent', step, role, origin)).toEqual({ ok: false, why: 'wrong_person' })
  }
})

test('every state can be reached from a draft and every open state can end', () => {
  const reached = new Set<ProposalState>(['draft'])
  for (let round = 0; round < PROPOSAL_STATES.length; round++)
    for (const step of STEPS)
      if (TRANSITIONS[step].from.some((state) => reached.has(state))) reached.add(TRANSITIONS[step].to)
  expect([...reached].sort()).toEqual([...PROPOSAL_STATES].sort())
  const stuck = PROPOSAL_STATES.filter(
    (state) => !FINAL_STATES.includes(state) && !STEPS.some((step) => TRANSITIONS[step].from.includes(state)),
  )
  expect(stuck).toEqual([])
})

test('what ends without help demands a reason, what is done demands outcomes, and identity waits for consent', () => {
  for (const step of ['decline', 'withdraw', 'not_helped'] as const)
    expect(TRANSITIONS[step].requires).toContain('reason')
  for (const step of ['helped', 'not_helped'] as const) expect(TRANSITIONS[step].requires).toContain('outcomes')
  expect(STEPS.filter((step) => TRANSITIONS[step].to === 'referred')).toEqual(['refer'])
  expect(TRANSITIONS.refer.requires).toContain('identity_consent')
  expect(TRANSITIONS.send.requires).toContain('recheck')
})

test('the public, administrators and provinces take no step', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROPOSAL_STATES), originArb, (state, origin) => {
      for (const role of ['public', 'admin', 'province'] as const) expect(stepsFor(state, role, origin)).toEqual([])
    }),
  )
})

test('only the clock expires, and only what waits for an answer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PROPOSAL_STATES), roleArb, originArb, (state, role, origin) => {
      const ok = nextState(state, 'expire', role, origin).ok
      expect(ok).toBe(role === 'clock' && ['sent', 'seen', 'clarification'].includes(state))
    }),
  )
})

test('a reason names its condition or its words where it must', () => {
  const bare = (id: (typeof REASONS)[number]) => ({ id, condition: null, text: null })
  expect(reasonProblem('decline', null)).toBe('missing')
  expect(reasonProblem('decline', bare('not_eligible'))).toBe('condition_missing')
  expect(reasonProblem('decline', { ...bare('not_eligible'), condition: 'permits' })).toBeNull()
  expect(reasonProblem('decline', bare('other'))).toBe('text_missing')
  expect(reasonProblem('decline', bare('no_longer_wants'))).toBe('not_listed')
  expect(reasonProblem('not_helped', { ...bare('no_capacity'), text: 'x'.repeat(501) })).toBe('text_long')
  expect(REASONS_FOR.not_helped).toEqual(REASONS)
})
