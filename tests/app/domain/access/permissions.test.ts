import { expect, test } from 'vitest'
import { can, PERMISSIONS, PERMISSIONS_OF } from '#app/domain/access/permissions.ts'
import { coversPartner, coversRegency, ROLES } from '#app/domain/access/viewer.ts'

test('every permission is carried by somebody', () => {
  for (const permission of PERMISSIONS) {
    expect(
      ROLES.some((role) => can({ role }, permission)),
      permission,
    ).toBe(true)
  }
})

test('what the public may do, everybody may do', () => {
  for (const permission of PERMISSIONS_OF.public) {
    for (const role of ROLES) expect(can({ role }, permission), `${role} ${permission}`).toBe(true)
  }
})

test('only those who work with the women themselves see who they are', () => {
  expect(ROLES.filter((role) => can({ role }, 'actors:identity'))).toEqual(['district', 'companion'])
})

test('a scope covers its own regencies and no other', () => {
  expect(coversRegency({ reach: 'all' }, null)).toBe(true)
  expect(coversRegency({ reach: 'province', province: '33' }, '33.24')).toBe(true)
  expect(coversRegency({ reach: 'province', province: '33' }, '34.01')).toBe(false)
  expect(coversRegency({ reach: 'province', province: '33' }, null)).toBe(false)
  expect(coversRegency({ reach: 'regency', regency: '33.24' }, '33.24')).toBe(true)
  expect(coversRegency({ reach: 'regency', regency: '33.24' }, '33.25')).toBe(false)
  expect(coversRegency({ reach: 'partner', partnerId: 'pnm' }, '33.24')).toBe(false)
  expect(coversRegency({ reach: 'none' }, null)).toBe(false)
})

test('a partner reaches its own desk alone', () => {
  expect(coversPartner({ reach: 'partner', partnerId: 'pnm' }, 'pnm')).toBe(true)
  expect(coversPartner({ reach: 'partner', partnerId: 'pnm' }, 'iwapi')).toBe(false)
  expect(coversPartner({ reach: 'regency', regency: '33.24' }, 'pnm')).toBe(false)
})
