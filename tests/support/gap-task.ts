import type { DbClient } from '#db/client.ts'
import { insertGapTask } from '#db/queries/gap-tasks.ts'
import { NOW } from './actor-rows.ts'
import { TODAY } from './example.ts'

/** An open task to recruit a partner of capital for a region, as stored. */
export async function addGapTask(
  client: DbClient,
  wanted: { readonly id: string; readonly region: string | null },
): Promise<void> {
  await insertGapTask(
    client.db,
    {
      id: wanted.id,
      kind: 'recruit',
      subject_key: `uji ${wanted.id}`,
      region_code: wanted.region,
      cluster_id: null,
      sector_id: null,
      need_id: 'capital',
      offer_id: null,
      partner_id: null,
      parts: '[]',
      wanted: 3,
      unserved: 2,
      would_needs: null,
      would_actors: null,
      actors_read: 3,
      offers_read: 1,
      policy_version: 'uji',
      day: TODAY,
      served_by: '{}',
      note: null,
      taken_by: null,
      taken_at: null,
      version: 1,
      created_by: null,
      created_at: NOW,
      updated_at: NOW,
      closed_at: null,
      closed_offer_id: null,
      closed_actors: null,
      gone_at: null,
    },
    { task_id: wanted.id, version: 1, step: 'open', account_id: null, role: 'ministry', note: null, at: NOW },
  )
}
