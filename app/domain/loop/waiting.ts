import type { Role } from '../access/viewer.ts'
import type { Origin, ProposalState } from './states.ts'

/** Proposals that one side began and that stand in one of some states. */
export interface WaitingCase {
  readonly origin: Origin
  readonly states: readonly ProposalState[]
}

/** The proposals whose next step a role owes; what others owe is not here. */
export function waitingFor(role: Role): readonly WaitingCase[] {
  switch (role) {
    case 'district':
    case 'ministry':
      return [
        { origin: 'office', states: ['draft', 'clarification', 'accepted'] },
        { origin: 'partner', states: ['sent', 'seen', 'accepted'] },
      ]
    case 'partner':
      return [
        { origin: 'office', states: ['sent', 'seen'] },
        { origin: 'partner', states: ['draft', 'clarification'] },
      ]
    case 'companion':
      return [
        { origin: 'office', states: ['referred', 'in_progress'] },
        { origin: 'partner', states: ['referred', 'in_progress'] },
      ]
    default:
      return []
  }
}
