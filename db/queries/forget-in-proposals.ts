import type { Mentions } from '#app/domain/privacy/mentions.ts'
import type { Db } from '../client.ts'

/** What an erasure took out of the words people wrote to each other. */
export interface ForgottenWords {
  /** Ids of the attachments whose bytes have to go. */
  readonly files: readonly string[]
  /** Texts emptied because they spoke of her, of proposals and requests that concern others as well. */
  readonly texts: number
  /** Attachments of proposals that concern others as well: what stands in them only a person can see. */
  readonly filesToCheck: number
}

/**
 * Takes the words about an actor out of proposals, while their course, reasons as codes and outcome stay: what was said of
 * her own outcome and why a person decided otherwise about her; of proposals that concern her alone every message, note,
 * reason in words and attachment; of all others, and of tasks, MoUs and programmes, each text that mentions her. Call it
 * before her rows lose her id.
 */
export async function forgetInProposals(trx: Db, actorId: string, mentions: Mentions): Promise<ForgottenWords> {
  await trx.updateTable('override_entry').set({ reason_text: '' }).where('actor_id', '=', actorId).execute()
  await trx.updateTable('proposal_actor').set({ outcome_text: null }).where('actor_id', '=', actorId).execute()
  const hers = await proposalsWith(trx, actorId)
  const files: string[] = []
  for (const id of await aloneIn(trx, actorId)) {
    await trx.updateTable('proposal').set({ note: null, end_text: null }).where('id', '=', id).execute()
    await trx.updateTable('proposal_event').set({ reason_text: null }).where('proposal_id', '=', id).execute()
    await trx.updateTable('proposal_message').set({ body: '' }).where('proposal_id', '=', id).execute()
    const attachments = await trx.selectFrom('attachment').select('id').where('proposal_id', '=', id).execute()
    files.push(...attachments.map((attachment) => attachment.id))
    await trx.deleteFrom('attachment').where('proposal_id', '=', id).execute()
  }
  return {
    files,
    texts: (await emptyMentions(trx, hers, mentions)) + (await renameAttachments(trx, hers, mentions)),
    filesToCheck: await countSharedFiles(trx, actorId),
  }
}

async function proposalsWith(trx: Db, actorId: string): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('proposal_actor').select('proposal_id').where('actor_id', '=', actorId).execute()
  return new Set(rows.map((row) => row.proposal_id))
}

async function aloneIn(trx: Db, actorId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('proposal_actor as her')
    .select('her.proposal_id as id')
    .where('her.actor_id', '=', actorId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('proposal_actor as other')
            .select('other.position')
            .whereRef('other.proposal_id', '=', 'her.proposal_id')
            .whereRef('other.position', '!=', 'her.position')
            .where('other.actor_id', 'is not', null),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Where people write in words: the key of a row, the column that says which proposal it belongs to, the texts, and what
 * stands in place of one that has to go.
 */
const TEXTS = [
  { table: 'proposal', key: ['id'], proposal: 'id', texts: ['note', 'end_text'], empty: null },
  { table: 'proposal_event', key: ['id'], proposal: 'proposal_id', texts: ['reason_text'], empty: null },
  { table: 'proposal_message', key: ['id'], proposal: 'proposal_id', texts: ['body'], empty: '' },
  {
    table: 'proposal_actor',
    key: ['proposal_id', 'position'],
    proposal: 'proposal_id',
    texts: ['outcome_text'],
    empty: null,
  },
  { table: 'override_entry', key: ['id'], proposal: 'proposal_id', texts: ['reason_text'], empty: '' },
  { table: 'partner_request', key: ['id'], proposal: null, texts: ['note', 'reason_text'], empty: null },
  { table: 'gap_task', key: ['id'], proposal: null, texts: ['note'], empty: null },
  { table: 'gap_task_event', key: ['task_id', 'version'], proposal: null, texts: ['note'], empty: null },
  { table: 'mou', key: ['id'], proposal: null, texts: ['parties', 'note'], empty: null },
  { table: 'mou', key: ['id'], proposal: null, texts: ['title'], empty: 'MoU' },
  { table: 'mou', key: ['id'], proposal: null, texts: ['document_name'], empty: 'berkas' },
  { table: 'mou_clause', key: ['id'], proposal: null, texts: ['words'], empty: null },
  { table: 'programme', key: ['id'], proposal: null, texts: ['consultation', 'closing_note'], empty: null },
  { table: 'programme', key: ['id'], proposal: null, texts: ['aim'], empty: '' },
  { table: 'programme', key: ['id'], proposal: null, texts: ['title'], empty: 'program' },
  { table: 'programme_kpi', key: ['programme_id', 'position'], proposal: null, texts: ['words'], empty: '-' },
  { table: 'programme_document', key: ['programme_id', 'position'], proposal: null, texts: ['note'], empty: null },
  {
    table: 'programme_document',
    key: ['programme_id', 'position'],
    proposal: null,
    texts: ['title'],
    empty: 'dokumen',
  },
  { table: 'programme_file', key: ['id'], proposal: null, texts: ['name'], empty: 'berkas' },
] as const

const PAGE = 2000

/** Empties every text that mentions her, whichever proposal it stands in: people speak of one where another is meant. */
async function emptyMentions(trx: Db, hers: ReadonlySet<string>, mentions: Mentions): Promise<number> {
  let emptied = 0
  for (const { table, key, proposal, texts, empty } of TEXTS) {
    const columns = [...new Set([...key, ...(proposal === null ? [] : [proposal]), ...texts])]
    for (let offset = 0; ; offset += PAGE) {
      const query = trx.selectFrom(table).select(columns as never)
      const ordered = key.reduce((sorted, column) => sorted.orderBy(column as never), query)
      const rows = (await ordered.limit(PAGE).offset(offset).execute()) as Readonly<Record<string, string | null>>[]
      for (const row of rows) {
        const isNear = proposal !== null && hers.has(row[proposal] ?? '')
        const found = texts.filter((text) => mentions[isNear ? 'near' : 'anywhere'](row[text]!))
        if (found.length === 0) continue
        emptied += found.length
        const update = trx.updateTable(table).set(Object.fromEntries(found.map((text) => [text, empty])) as never)
        await key.reduce((one, column) => one.where(column as never, '=', row[column] as never), update).execute()
      }
      if (rows.length < PAGE) break
    }
  }
  return emptied
}

async function renameAttachments(trx: Db, hers: ReadonlySet<string>, mentions: Mentions): Promise<number> {
  const rows = await trx.selectFrom('attachment').select(['id', 'name', 'proposal_id']).execute()
  const found = rows.filter((row) => mentions[hers.has(row.proposal_id) ? 'near' : 'anywhere'](row.name))
  for (const { id, name } of found) {
    const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
    await trx
      .updateTable('attachment')
      .set({ name: `berkas${ending}` })
      .where('id', '=', id)
      .execute()
  }
  return found.length
}

async function countSharedFiles(trx: Db, actorId: string): Promise<number> {
  const row = await trx
    .selectFrom('attachment')
    .innerJoin('proposal_actor', 'proposal_actor.proposal_id', 'attachment.proposal_id')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('proposal_actor.actor_id', '=', actorId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
