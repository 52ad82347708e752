import { can } from '#app/domain/access/permissions.ts'
import type { Rate } from '#app/domain/loop/rates.ts'
import type { ProgrammeLabel } from '#app/domain/programmes/labels.ts'
import type { KpiMeasure, ProgrammeState } from '#app/domain/programmes/states.ts'
import { readUploadProblem, type UploadProblem } from '#app/features/documents/upload-problem.ts'
import { matchWorld } from '#app/features/matches/match-world.server.ts'
import { demand } from '#app/lib/guard.server.ts'
import { notFound } from '#app/lib/responses.server.ts'
import { jakartaDay } from '#app/lib/today.ts'
import { findEntriesWithCourse } from '#db/queries/programme-entries.ts'
import { findReplications, getReachedProgramme } from '#db/queries/programmes.ts'
import { type DistrictTodo, loadDistrictTodo } from './district-todo.server.ts'
import { type PlaceLabelLine, placeLabelsOf } from './place-labels.server.ts'
import { loadProgrammeDesk, type ProgrammeDesk } from './programme-desk.server.ts'
import { type Figures, type ProgrammeFigures, programmeFigures } from './programme-figures.server.ts'
import { filesFor } from './programme-files.server.ts'
import {
  getProgrammeRecord,
  mayDraft,
  type ProgrammeContext,
  type ProgrammeRecord,
  programmeScope,
  seesInternal,
} from './programme-records.server.ts'

export interface ProgrammePage {
  readonly id: string
  readonly title: string
  readonly aim: string
  readonly state: ProgrammeState
  readonly isDemo: boolean
  readonly labels: readonly ProgrammeLabel[]
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly publishedOn: string | null
  readonly partners: readonly {
    readonly id: string
    readonly name: string
    readonly offers: readonly { readonly id: string; readonly name: string }[]
  }[]
  readonly regions: readonly {
    readonly code: string
    readonly name: string
    readonly target: number | null
    readonly labels: readonly PlaceLabelLine[]
  }[]
  readonly kpis: readonly {
    readonly measure: KpiMeasure
    readonly percent: number | null
    readonly words: string | null
    /** What it stands at; null for own words, or where it may not be told or nothing is sent. */
    readonly reached: Rate | null
  }[]
  readonly documents: readonly {
    readonly title: string
    readonly url: string | null
    readonly note: string | null
    readonly isPublic: boolean
  }[]
  /** Uploaded documents. */
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly bytes: number
    readonly isPublic: boolean
  }[]
  readonly origin: { readonly id: string; readonly title: string } | null
  readonly replications: readonly { readonly id: string; readonly title: string }[]
  /** Null before it is published. */
  readonly figures: ProgrammeFigures | null
  readonly today: string
  /** For who drafts or curates it. */
  readonly desk: ProgrammeDesk | null
  /** For the office or companion of a district in it. */
  readonly todo: DistrictTodo | null
  /** How the last deed of the page ended. */
  readonly done: string | null
  /** What was wrong with a document. */
  readonly fileProblem: UploadProblem | null
}

/**
 * A programme as the viewer may see it: the public page of a published one to everybody, with counts that tell of no few;
 * its desk to who drafts or curates it; what waits for consent to the district.
 * @throws Response 404 for one that does not exist or is not for her.
 */
export async function loadProgramme(
  context: ProgrammeContext,
  id: string,
  search: URLSearchParams,
): Promise<ProgrammePage> {
  const { db, viewer, today } = context
  demand(viewer, 'programmes:read')
  const record = await getProgrammeRecord(db, viewer, id)
  if (!record) throw notFound()
  const { row } = record
  const published = row.published_at !== null
  const entries = published ? await findEntriesWithCourse(db, [id]) : []
  const figures = published ? programmeFigures(viewer, record.parts.regions, entries, today) : null
  const drafts = mayDraft(viewer, row)
  const origin =
    row.copied_from === null ? undefined : await getReachedProgramme(db, programmeScope(viewer), row.copied_from)
  return {
    id,
    title: row.title,
    aim: row.aim,
    state: row.state,
    isDemo: row.is_demo === 1,
    labels: record.parts.labels,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    publishedOn: row.published_at === null ? null : jakartaDay(new Date(row.published_at)),
    ...(await namedParts(context, record, figures)),
    files: (await filesFor(context, record)).map((file) => ({
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      isPublic: file.is_public === 1,
    })),
    origin: origin ? { id: origin.id, title: origin.title } : null,
    replications: (await findReplications(db, programmeScope(viewer), id)).map((one) => ({
      id: one.id,
      title: one.title,
    })),
    figures,
    today,
    desk: drafts ? await loadProgrammeDesk(context, record, entries) : null,
    todo: can(viewer, 'consents:read') && published ? await loadDistrictTodo(context, record) : null,
    done: search.get('selesai'),
    fileProblem: readUploadProblem(search.get('dokumen')),
  }
}

async function namedParts(
  { db, viewer, today }: ProgrammeContext,
  { row, parts }: ProgrammeRecord,
  figures: ProgrammeFigures | null,
): Promise<Pick<ProgrammePage, 'partners' | 'regions' | 'kpis' | 'documents'>> {
  const world = await matchWorld(db, today)
  const partners = new Map<string, { id: string; name: string; offers: { id: string; name: string }[] }>()
  for (const { offer_id, partner_id } of parts.offers) {
    const offer = world.offerById.get(offer_id)
    const partner = partners.get(partner_id) ?? { id: partner_id, name: offer?.partnerName ?? partner_id, offers: [] }
    partners.set(partner_id, partner)
    partner.offers.push({ id: offer_id, name: offer?.name ?? offer_id })
  }
  const labels = await placeLabelsOf(
    db,
    parts.regions.map((region) => region.regency_code),
  )
  const seesAll = seesInternal(viewer, row)
  return {
    partners: [...partners.values()],
    regions: parts.regions.map(({ regency_code: code, target }) => ({
      code,
      name: world.regionName(code),
      target,
      labels: labels.get(code) ?? [],
    })),
    kpis: parts.kpis.map(({ measure, percent, words }) => ({
      measure,
      percent,
      words,
      reached: figures && measure !== 'own' ? rateOf(figures.total, measure) : null,
    })),
    documents: parts.documents
      .filter((document) => seesAll || document.is_public === 1)
      .map(({ title, url, note, is_public }) => ({ title, url, note, isPublic: is_public === 1 })),
  }
}

function rateOf(figures: Figures, measure: Exclude<KpiMeasure, 'own'>): Rate | null {
  const key = measure === 'closed_loop' ? 'closedLoop' : measure
  return figures.exact ? figures.rates[key] : figures.told.rates[key]
}
