import type { ReasonResult } from '#app/components/reason-line.tsx'
import type { Finding, Verdict } from '#app/domain/eligibility/finding.ts'
import type { Change } from '#app/domain/eligibility/nearest-change.ts'
import { type FitComponent, FULL_POINTS, type Points } from '#app/domain/matching/fit.ts'
import type { Match } from '#app/domain/matching/match.ts'
import { type FactId, isFactId } from '#app/domain/values/facts.ts'
import type { Offer, OfferStatus, SourceConfidence } from '#app/domain/values/offer.ts'
import { changesText, type FindingText, findingText, type RegionName } from '#app/i18n/finding-text.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import { termLabel } from '#app/i18n/terms.ts'

/** One line of a trace in the reader's language. */
export interface TraceLine {
  readonly key: string
  readonly result: ReasonResult
  readonly sentence: string
  readonly measure: string | null
  /** The fact of hers whose answer would decide the line; null where no answer of hers can. */
  readonly ask: FactId | null
}

export type ConfidenceLevel = 'high' | 'medium' | 'low'

/** What keeps a pair from being eligible, or, for an eligible one, what the partner still looks at. */
export interface Missing {
  readonly kind: 'nothing' | 'partner' | 'unknown' | 'fail'
  /** Facts and conditions by name, or the partner's own rules. */
  readonly items: readonly string[]
}

/** One pair as pages show it; everything is text or a plain value. */
export interface MatchView {
  readonly offerId: string
  readonly offerName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly status: OfferStatus
  readonly verdict: Verdict
  /** 0 to 1. */
  readonly fit: number
  readonly fitParts: readonly { readonly component: FitComponent; readonly points: number; readonly of: number }[]
  readonly confidence: ConfidenceLevel
  readonly strongest: string
  readonly missing: Missing
  /** What fails first, then what is unknown, then what is met. */
  readonly lines: readonly TraceLine[]
  /** The partner's rules that only the partner can check. */
  readonly partnerChecks: readonly string[]
  /**
   * "urus NIB dan tambah 2 anggota kelompok"; null where no set of changeable facts suffices. For an undecided pair it
   * is needed only if the answers turn out to be no.
   */
  readonly nearestChange: string | null
  readonly source: { readonly confidence: SourceConfidence; readonly asOf: string | null }
}

export type OfferNames = Offer & { readonly name: string; readonly partnerName: string }

/** Our proposal, until the ministry sets it: three quarters of the points count as high, half as medium. */
export function confidenceLevel(points: Points): ConfidenceLevel {
  const share = points / FULL_POINTS
  return share >= 0.75 ? 'high' : share >= 0.5 ? 'medium' : 'low'
}

const RESULT_ORDER: Record<ReasonResult, number> = { fail: 0, unknown: 1, pass: 2, info: 3 }

/** "Recorded yes; required yes" says nothing a met line does not say already. */
function lineText(locale: Locale, finding: Finding, region: RegionName): FindingText {
  const text = findingText(locale, finding, region)
  const plain = finding.result === 'pass' && typeof finding.actual === 'boolean'
  return plain ? { ...text, measure: null } : text
}

/** A trace as lines, without the partner-checked rules. */
export function traceLines(locale: Locale, trace: readonly Finding[], region: RegionName): readonly TraceLine[] {
  return trace
    .filter((finding) => finding.condition !== 'partner_checked')
    .map((finding, at) => ({
      key: `${at}-${finding.condition}`,
      result: finding.result,
      ...lineText(locale, finding, region),
      ask: finding.result === 'unknown' && isFactId(finding.condition) ? finding.condition : null,
    }))
    .sort((a, b) => RESULT_ORDER[a.result] - RESULT_ORDER[b.result])
}

export function partnerCheckTexts(locale: Locale, trace: readonly Finding[]): readonly string[] {
  return trace.flatMap((finding) => (finding.condition === 'partner_checked' ? [finding.text![locale]] : []))
}

/**
 * The met condition that says most for the pair: the one with the most points of fit. A need she is already being told
 * about (`underNeed`) does not count unless the offer serves others of hers too.
 */
function strongestReason(locale: Locale, match: Match, region: RegionName, underNeed: string | undefined): string {
  const byPoints = [...match.fitParts].sort((a, b) => b.points - a.points)
  for (const { component } of byPoints) {
    const finding = match.trace.find((one) => one.condition === component && one.result === 'pass')
    if (!finding) continue
    if (component === 'need' && underNeed !== undefined) {
      const shared = (finding.actual as readonly string[]).filter((need) =>
        (finding.threshold as readonly string[]).includes(need),
      )
      if (shared.length === 1 && shared[0] === underNeed) continue
    }
    return findingText(locale, finding, region).sentence
  }
  return findingText(locale, match.trace[0]!, region).sentence
}

function missingOf(locale: Locale, match: Match, region: RegionName, partnerChecks: readonly string[]): Missing {
  const t = messagesFor(locale).match.card
  const open = (result: 'fail' | 'unknown'): readonly string[] => [
    ...new Set(
      match.trace.flatMap((finding) => {
        if (finding.result !== result || finding.condition === 'partner_checked') return []
        if (isFactId(finding.condition)) return [finding.text?.[locale] ?? termLabel(locale, 'fact', finding.condition)]
        return [result === 'unknown' ? t.open[finding.condition] : findingText(locale, finding, region).sentence]
      }),
    ),
  ]
  if (match.verdict === 'ineligible') return { kind: 'fail', items: open('fail') }
  if (match.verdict === 'undecided') return { kind: 'unknown', items: open('unknown') }
  return partnerChecks.length > 0 ? { kind: 'partner', items: partnerChecks } : { kind: 'nothing', items: [] }
}

/** Makes a match readable. `changes` is her nearest change, where there is one. */
export function matchView(
  locale: Locale,
  match: Match,
  offer: OfferNames,
  region: RegionName,
  options: { readonly changes?: readonly Change[]; readonly underNeed?: string } = {},
): MatchView {
  const partnerChecks = partnerCheckTexts(locale, match.trace)
  const { changes } = options
  return {
    offerId: offer.id,
    offerName: offer.name,
    partnerId: offer.partnerId,
    partnerName: offer.partnerName,
    status: offer.status,
    verdict: match.verdict,
    fit: match.fit / FULL_POINTS,
    fitParts: match.fitParts.map((part) => ({
      component: part.component,
      points: part.points / 100,
      of: part.of / 100,
    })),
    confidence: confidenceLevel(match.confidence),
    strongest: strongestReason(locale, match, region, options.underNeed),
    missing: missingOf(locale, match, region, partnerChecks),
    lines: traceLines(locale, match.trace, region),
    partnerChecks,
    nearestChange: changes && changes.length > 0 ? changesText(locale, changes) : null,
    source: { confidence: offer.confidence, asOf: offer.asOf },
  }
}
