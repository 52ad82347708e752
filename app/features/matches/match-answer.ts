import type { Finding } from '#app/domain/eligibility/finding.ts'
import { FULL_POINTS, type Points } from '#app/domain/matching/fit.ts'
import type { ActorMatches, Match } from '#app/domain/matching/match.ts'
import { findingText, type RegionName } from '#app/i18n/finding-text.ts'

/** Points as a share of 1. */
const share = (points: Points): number => points / FULL_POINTS

function traceLine(finding: Finding, region: RegionName) {
  const text = (locale: 'id' | 'en'): string => {
    const { sentence, measure } = findingText(locale, finding, region)
    return measure ? `${sentence} (${measure})` : sentence
  }
  return {
    condition: finding.condition,
    result: finding.result,
    code: finding.code,
    ...(finding.op ? { op: finding.op } : {}),
    actual: finding.actual,
    threshold: finding.threshold,
    text_id: text('id'),
    text_en: text('en'),
  }
}

/** One pair as machines read it; `partnerOf` gives the partner of an offer. */
export function pairAnswer(match: Match, partnerOf: (offerId: string) => string, region: RegionName) {
  return {
    id: match.offerId,
    partner: partnerOf(match.offerId),
    verdict: match.verdict,
    fit: share(match.fit),
    fit_parts: Object.fromEntries(
      match.fitParts.map((part) => [part.component, { points: part.points / 100, of: part.of / 100 }]),
    ),
    confidence: share(match.confidence),
    trace: match.trace.map((finding) => traceLine(finding, region)),
    partner_checks: match.trace
      .filter((finding) => finding.condition === 'partner_checked')
      .map((finding) => ({ text_id: finding.text!.id, text_en: finding.text!.en })),
  }
}

/** All offers for one actor as machines read them. */
export function actorAnswer(matches: ActorMatches, partnerOf: (offerId: string) => string, region: RegionName) {
  const first = matches.matches[0]
  return {
    policy: first?.policyVersion ?? null,
    rules: first?.rulesVersion ?? null,
    offers: matches.matches.map((match) => pairAnswer(match, partnerOf, region)),
    complementary: matches.complementary,
    nearestChanges: Object.fromEntries(matches.nearestChanges),
    askNext: matches.askNext,
  }
}
