import type { Viewer } from '#app/domain/access/viewer.ts'
import type { AuditActor } from '#app/domain/audit/event.ts'
import type { RequestContext } from '#app/lib/context.server.ts'

/** On whose behalf the loop moves, and by which door: a page, the signed link of a letter, or the scheduler. */
export interface LoopContext extends Pick<RequestContext, 'db' | 'today' | 'now'> {
  readonly viewer: Viewer
  readonly via: 'page' | 'link' | 'clock'
  /** The side whose part is taken where it is not the viewer's own: a district carries out what a partner asked it for. */
  readonly onBehalfOf?: 'partner'
}

/** The scheduler as a viewer: it reaches everything and stands for nobody. */
export const CLOCK: Viewer = { accountId: null, role: 'admin', scope: { reach: 'all' } }

/** In whose part somebody acts, as the state machine asks for it. */
export function roleOf(context: Pick<LoopContext, 'viewer' | 'via' | 'onBehalfOf'>): Viewer['role'] | 'clock' {
  return context.via === 'clock' ? 'clock' : (context.onBehalfOf ?? context.viewer.role)
}

/** Who really acts, as the audit log names it. */
export function auditorOf(context: Pick<LoopContext, 'viewer' | 'via'>): AuditActor {
  return context.via === 'clock'
    ? { accountId: null, role: 'system' }
    : { accountId: context.viewer.accountId, role: context.viewer.role }
}

/** Which side a person speaks for in a thread. */
export function sideOf(viewer: Viewer): 'office' | 'partner' {
  return viewer.role === 'partner' ? 'partner' : 'office'
}
