import type { Role, Viewer } from './viewer.ts'

/** What may be done, as `noun:verb`. Where it may be done is the viewer's scope. */
export const PERMISSIONS = [
  'partners:read',
  'offers:read',
  'offers:candidates',
  'offers:confirm',
  'actors:browse',
  'actors:read',
  'actors:identity',
  'actors:answer',
  'actors:import',
  'boards:read',
  'national:read',
  'national:run',
  'consents:read',
  'consents:record',
  'rights:serve',
  'audit:actor',
  'audit:read',
  'accounts:manage',
  'proposals:read',
  'proposals:create',
  'proposals:answer',
  'proposals:report',
  'overrides:write',
  'overrides:read',
  'mou:read',
  'mou:write',
  'gaps:read',
  'readiness:read',
  'readiness:record',
  'tasks:read',
  'tasks:write',
  'plans:read',
  'plans:write',
  'programmes:read',
  'programmes:draft',
  'programmes:write',
  'policy:write',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const PUBLIC: readonly Permission[] = ['partners:read', 'offers:read', 'programmes:read']

const READS_REGIONS: readonly Permission[] = [
  ...PUBLIC,
  'offers:candidates',
  'actors:browse',
  'actors:read',
  'boards:read',
  'proposals:read',
  'mou:read',
  'overrides:read',
  'gaps:read',
  'readiness:read',
]

/**
 * Which role may do what. Ministry and provinces read profiles without identity: the purpose of their work is regions and
 * programmes, not persons (data minimisation, UU 27/2022 article 16). Administrators keep accounts and the audit log and
 * see no actor at all.
 */
export const PERMISSIONS_OF: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  public: new Set(PUBLIC),
  partner: new Set<Permission>([
    ...PUBLIC,
    'offers:candidates',
    'offers:confirm',
    'actors:browse',
    'proposals:read',
    'proposals:answer',
    'proposals:create',
    'mou:read',
  ]),
  companion: new Set<Permission>([
    ...PUBLIC,
    'offers:candidates',
    'actors:browse',
    'actors:read',
    'actors:identity',
    'actors:answer',
    'boards:read',
    'consents:read',
    'consents:record',
    'proposals:read',
    'proposals:report',
  ]),
  district: new Set<Permission>([
    ...READS_REGIONS,
    'actors:identity',
    'actors:answer',
    'actors:import',
    'consents:read',
    'consents:record',
    'rights:serve',
    'audit:actor',
    'accounts:manage',
    'proposals:create',
    'proposals:report',
    'overrides:write',
    'mou:write',
    'readiness:record',
  ]),
  province: new Set<Permission>([
    ...READS_REGIONS,
    'mou:write',
    'readiness:record',
    'tasks:read',
    'tasks:write',
    'programmes:draft',
  ]),
  ministry: new Set<Permission>([
    ...READS_REGIONS,
    'offers:confirm',
    'actors:import',
    'national:read',
    'national:run',
    'accounts:manage',
    'proposals:create',
    'overrides:write',
    'mou:write',
    'readiness:record',
    'tasks:read',
    'tasks:write',
    'plans:read',
    'plans:write',
    'programmes:draft',
    'programmes:write',
    'policy:write',
  ]),
  admin: new Set<Permission>([...PUBLIC, 'audit:read', 'accounts:manage']),
}

/** Whether the viewer's role carries a permission; the scope is asked apart. */
export function can(viewer: Pick<Viewer, 'role'>, permission: Permission): boolean {
  return PERMISSIONS_OF[viewer.role].has(permission)
}
