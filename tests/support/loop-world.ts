import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ConsentField, ConsentPurpose } from '#app/domain/consent/receipt.ts'
import type { ProposalState } from '#app/domain/loop/states.ts'
import type { ActorProfile } from '#app/domain/values/actor.ts'
import type { LoopContext } from '#app/features/proposals/loop-context.server.ts'
import type { DbClient } from '#db/client.ts'
import { insertReceipts } from '#db/queries/consents.ts'
import { insertProposal } from '#db/queries/proposals.ts'
import { loadReference } from '#db/reference/load.ts'
import { addActors, NOW } from './actor-rows.ts'
import { TODAY } from './example.ts'
import { districtViewer } from './viewers.ts'

export const REGENCY = '33.24'
export const PARTNER = 'mitra-uji'
export const OFFER = 'penawaran-uji'

/** A partner with one national offer of capital for everybody; 10 places confirmed today. */
export async function addPartner(client: DbClient, over: { slots?: number | null; asOf?: string } = {}): Promise<void> {
  const { db } = client
  await db
    .insertInto('partner')
    .values({
      id: PARTNER,
      name: 'Mitra Uji',
      type: 'private',
      description_id: 'Uji',
      description_en: 'Test',
      website: null,
      website_status: null,
      confidence: 'high',
      as_of: TODAY,
      aliases: '[]',
      sources: '[]',
    })
    .execute()
  await db
    .insertInto('offer')
    .values({
      id: OFFER,
      partner_id: PARTNER,
      name: 'Modal Uji',
      tie: 'financing',
      status: 'current',
      coverage_level: 'national',
      coverage_known: 1,
      capacity_note: null,
      capacity_slots: over.slots === undefined ? 10 : over.slots,
      capacity_taken: 0,
      capacity_unit: 'actor',
      capacity_period: null,
      capacity_as_of: over.asOf ?? TODAY,
      window_opens: null,
      window_closes: null,
      confidence: 'high',
    })
    .execute()
  await db.insertInto('offer_need').values({ offer_id: OFFER, need_id: 'capital', position: 0 }).execute()
  await db.insertInto('offer_sector').values({ offer_id: OFFER, sector_id: '*', position: 0 }).execute()
  for (const [position, cluster_id] of ['IR1', 'IR2', 'IR3'].entries())
    await db.insertInto('offer_cluster').values({ offer_id: OFFER, cluster_id, position }).execute()
}

/** Accounts that letters go to: two of the partner's staff and the district officer. */
export async function addPeople(client: DbClient): Promise<void> {
  for (const [id, role] of [
    ['staf-1', 'partner'],
    ['staf-2', 'partner'],
    ['test-district', 'district'],
    ['test-companion', 'companion'],
  ] as const)
    await client.db
      .insertInto('account')
      .values({
        id,
        email: `${id}@uji.example`,
        name: `Contoh ${id}`,
        role,
        province_code: null,
        regency_code: role === 'partner' ? null : REGENCY,
        partner_id: role === 'partner' ? PARTNER : null,
        password_hash: null,
        totp_secret: null,
        totp_since: null,
        totp_last_step: null,
        is_demo: 0,
        disabled_at: null,
        invited_by: null,
        created_at: NOW,
        updated_at: NOW,
      })
      .execute()
}

/** Her receipt for the partner; of the whole referral unless told otherwise. */
export async function consent(
  client: DbClient,
  actorId: string,
  over: { purpose?: ConsentPurpose; fields?: readonly ConsentField[]; expiresOn?: string } = {},
): Promise<void> {
  const purpose = over.purpose ?? 'referral'
  await client.db
    .insertInto('consent_text')
    .values({ id: `teks-uji-${purpose}`, purpose, version: 9999, language: 'id', body: 'Saya setuju.', added_at: NOW })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await insertReceipts(
    client.db,
    [
      {
        id: `izin-${actorId}-${purpose}`,
        actor_id: actorId,
        partner_id: PARTNER,
        purpose,
        fields: JSON.stringify(over.fields ?? ['place', 'products', 'needs', 'readiness', 'name', 'business_name']),
        given_on: TODAY,
        expires_on: over.expiresOn ?? '2027-11-24',
        text_id: `teks-uji-${purpose}`,
        method: 'screen',
        recorded_by: null,
        recorded_role: 'system',
        recorded_at: NOW,
        is_demo: 0,
      },
    ],
    NOW,
  )
}

/** A partner, people, and actors of Kendal who consented to be referred. */
export async function loopWorld(
  client: DbClient,
  actors: readonly Partial<ActorProfile>[] = [{}],
  over: { slots?: number | null; asOf?: string } = {},
): Promise<void> {
  await loadReference(client)
  await addPartner(client, over)
  await addPeople(client)
  addActors(client, actors)
  for (const [at, actor] of actors.entries()) await consent(client, actor.id ?? `pelaku-${at + 1}`)
}

/** A proposal in a state, as stored, for tests that need one to be there. */
export async function addProposal(
  client: DbClient,
  wanted: { id: string; actorId: string; regency: string; partnerId: string; offerId: string; state?: ProposalState },
): Promise<void> {
  const state = wanted.state ?? 'accepted'
  await insertProposal(
    client.db,
    {
      id: wanted.id,
      is_demo: 0,
      origin: 'office',
      offer_id: wanted.offerId,
      partner_id: wanted.partnerId,
      regency_code: wanted.regency,
      is_group: 0,
      state,
      version: 1,
      round: 1,
      asked_on: TODAY,
      response_days: 7,
      moved_on: TODAY,
      sent_on: TODAY,
      referred_on: null,
      confirm_capacity: 0,
      note: null,
      end_reason: null,
      end_condition: null,
      end_text: null,
      policy_version: 'uji',
      request_id: null,
      created_by: null,
      created_at: NOW,
      updated_at: NOW,
    },
    [
      {
        proposal_id: wanted.id,
        position: 0,
        actor_id: wanted.actorId,
        cluster: 'IR1',
        regency_code: wanted.regency,
        needs: '["capital"]',
        decision_id: null,
        outcome: null,
        outcome_reason: null,
        outcome_condition: null,
        outcome_text: null,
        outcome_on: null,
        left_on: null,
      },
    ],
    {
      id: `${wanted.id}-1`,
      proposal_id: wanted.id,
      version: 1,
      step: 'create',
      from_state: null,
      to_state: state,
      account_id: null,
      role: 'district',
      via: 'page',
      reason: null,
      reason_condition: null,
      reason_text: null,
      at: NOW,
    },
  )
}

/** The district officer acting on the day of the examples. */
export function acting(client: DbClient, over: Partial<LoopContext> = {}): LoopContext {
  return { db: client.db, viewer: districtViewer(REGENCY), via: 'page', today: TODAY, now: NOW, ...over }
}

/** A data folder of the test's own, for keys and files; the environment names it until the test ends. */
export function ownDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-loop-'))
  const before = process.env.DATA_DIR
  process.env.DATA_DIR = folder
  onTestFinished(() => {
    if (before === undefined) delete process.env.DATA_DIR
    else process.env.DATA_DIR = before
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
