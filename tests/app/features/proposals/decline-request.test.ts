import { createElement } from 'react'
import { expect, test } from 'vitest'
import { askDistrict } from '#app/features/proposals/partner-requests.server.ts'
import { actOnProposalList } from '#app/features/proposals/proposal-list-action.server.ts'
import { loadProposalList } from '#app/features/proposals/proposal-list-page.server.ts'
import { ProposalListView } from '#app/features/proposals/proposal-list-view.tsx'
import type { RequestContext } from '#app/lib/context.server.ts'
import { getPartnerRequest } from '#db/queries/partner-requests.ts'
import { acting, loopWorld, OFFER, ownDataFolder, PARTNER, REGENCY } from '#tests/support/loop-world.ts'
import { renderView } from '#tests/support/render-page.tsx'
import { testDb } from '#tests/support/test-db.ts'
import { partnerViewer } from '#tests/support/viewers.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a request is declined with a reason only; without one the page comes back with what was typed and the error at its field', async () => {
  ownDataFolder()
  const client = await testDb()
  await loopWorld(client)
  const partner = acting(client, { viewer: partnerViewer(PARTNER) })
  const id = await askDistrict(partner, { offerId: OFFER, regency: REGENCY, places: 3, note: null })
  const office = { ...acting(client), client, locale: 'id' } as unknown as RequestContext
  const answer = { intent: 'decline_request', permintaan: id, keterangan: 'Belum sempat' }
  const refused = await actOnProposalList(office, form(answer))
  if (!('refusal' in refused)) throw new Error('it was declined without a reason')
  expect(refused.refusal).toMatchObject({ requestId: id, errors: [{ field: 'alasan', message: 'Pilih satu alasan' }] })
  expect((await getPartnerRequest(client.db, id))!.state).toBe('open')
  const page = await loadProposalList(office, new URLSearchParams())
  const html = renderView(createElement(ProposalListView, { page, refusal: refused.refusal }))
  expect(html).toContain('href="#alasan"')
  expect(html).toMatch(/<select[^>]*id="alasan"[^>]*aria-invalid="true"/)
  expect(html).toContain('value="Belum sempat"')
  const bare = await actOnProposalList(office, form({ ...answer, alasan: 'other', keterangan: '' }))
  expect(bare).toMatchObject({ refusal: { errors: [{ field: 'keterangan' }] } })
  expect(await actOnProposalList(office, form({ ...answer, alasan: 'no_capacity' }))).toEqual({ next: '/usulan' })
  expect(await getPartnerRequest(client.db, id)).toMatchObject({ state: 'declined', reason: 'no_capacity' })
})
