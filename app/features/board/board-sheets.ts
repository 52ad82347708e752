import { actorCode } from '#app/domain/values/actor-code.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'
import type { LoadedBoard } from './board-page.server.ts'
import { changeWords } from './change-words.ts'
import { gapSentence } from './gap-words.ts'

export type SheetCell = string | number

/** One table of the board as a file holds it: its headings in the first row. */
export interface BoardSheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
}

/** The offers of the board, all of them, in its order. */
export function offerSheet(locale: Locale, page: LoadedBoard): BoardSheet {
  const t = messagesFor(locale).board
  return {
    name: t.export.sheets.offers,
    widths: [50, 36, 22, 20, 18, 18, 20, 14],
    rows: [
      [
        t.offers.offer,
        t.export.partner,
        t.export.status,
        t.offers.covered,
        t.offers.eligible,
        t.offers.undecided,
        t.offers.oneChange,
        t.export.actors,
      ],
      ...page.board.offers.map((row): SheetCell[] => {
        const offer = page.offers[row.offerId]!
        return [
          offer.name,
          offer.partnerName,
          termLabel(locale, 'programme_status', offer.status),
          row.needCovered,
          row.eligible,
          row.undecided,
          row.oneChange,
          page.board.actors,
        ]
      }),
    ],
  }
}

function needSheet(locale: Locale, page: LoadedBoard): BoardSheet {
  const t = messagesFor(locale).board
  const reasons = new Map(page.gaps.map((gap) => [gap.need, gap]))
  return {
    name: t.export.sheets.needs,
    widths: [34, 14, 12, 20, 16, 90],
    rows: [
      [t.gaps.need, t.gaps.wanted, t.gaps.served, t.gaps.undecided, t.gaps.unserved, t.gaps.why],
      ...page.board.needs.map((need): SheetCell[] => {
        const reason = reasons.get(need.need)
        return [
          termLabel(locale, 'need', need.need),
          need.wanted,
          need.served,
          need.undecided,
          need.unserved,
          reason ? gapSentence(locale, reason, (id) => page.offers[id]!.name) : '',
        ]
      }),
    ],
  }
}

function unlockSheet(locale: Locale, page: LoadedBoard): BoardSheet {
  const t = messagesFor(locale).board
  return {
    name: t.export.sheets.unlocks,
    widths: [50, 14, 90],
    rows: [
      [t.export.change, t.export.actors, t.export.opens],
      ...page.board.unlocks.map((unlock): SheetCell[] => {
        const offers = unlock.offers.map((id) => page.offers[id]!)
        return [changeWords(locale, unlock, offers), unlock.actors, offers.map((offer) => offer.name).join('; ')]
      }),
    ],
  }
}

function groupSheets(locale: Locale, page: LoadedBoard): readonly BoardSheet[] {
  const t = messagesFor(locale).board
  const names = (id: string): SheetCell[] => [page.offers[id]!.name, page.offers[id]!.partnerName]
  const start = [t.offers.offer, t.export.partner, t.export.village, t.export.minimum]
  return [
    {
      name: t.export.sheets.groups,
      widths: [50, 36, 28, 22, 10, 90],
      rows: [
        [...start, t.export.have, t.export.members],
        ...page.board.groups.map((group): SheetCell[] => [
          ...names(group.offerId),
          group.village ?? t.groups.someVillage,
          group.minimum,
          group.members.length,
          group.members.map(actorCode).join(', '),
        ]),
      ],
    },
    {
      name: t.export.sheets.near,
      widths: [50, 36, 28, 22, 10, 10],
      rows: [
        [...start, t.export.have, t.export.lacking],
        ...page.board.nearGroups.map((group): SheetCell[] => [
          ...names(group.offerId),
          group.village ?? t.groups.someVillage,
          group.minimum,
          group.have,
          group.lacking,
        ]),
      ],
    },
  ]
}

function questionSheet(locale: Locale, page: LoadedBoard): BoardSheet {
  const t = messagesFor(locale)
  const words = t.board.questions
  return {
    name: t.board.export.sheets.questions,
    widths: [80, 24, 26],
    rows: [
      [words.question, words.actors, words.settles],
      ...page.board.questions.map((question): SheetCell[] => [
        t.match.question[question.fact],
        question.actors,
        question.settles,
      ]),
    ],
  }
}

function aboutSheet(locale: Locale, page: LoadedBoard): BoardSheet {
  const t = messagesFor(locale).board
  const f = formatterFor(locale)
  const { region, filter, board, district } = page
  return {
    name: t.export.sheets.about,
    widths: [34, 60],
    rows: [
      [t.export.item, t.export.value],
      [t.export.place, `${region.name}, ${region.province.name} (${region.code})`],
      [t.export.day, f.day(page.today)],
      [t.export.policy, page.policy],
      [t.summary.actors, board.actors],
      [t.summary.served, board.actorsServed],
      [t.export.demo, district.demoActors],
      ...(filter.cluster ? [[t.filter.cluster, t.cluster[filter.cluster]]] : []),
      ...(filter.need ? [[t.filter.need, termLabel(locale, 'need', filter.need)]] : []),
      [t.offers.covered, t.offers.intro(f.number(board.actors))],
    ],
  }
}

/** Every part of the board, in the order of the page; what it rests on comes last. */
export function boardSheets(locale: Locale, page: LoadedBoard): readonly BoardSheet[] {
  return [
    offerSheet(locale, page),
    needSheet(locale, page),
    unlockSheet(locale, page),
    questionSheet(locale, page),
    ...groupSheets(locale, page),
    aboutSheet(locale, page),
  ]
}
