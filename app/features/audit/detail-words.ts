import { isFactId } from '#app/domain/values/facts.ts'
import { factLabel } from '#app/features/actors/fact-lines.ts'
import { formatterFor } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { messagesFor } from '#app/i18n/messages/index.ts'
import type { AuditLine } from './audit-lines.server.ts'

type Words = Readonly<Record<string, string>>

/**
 * What a line of the log says beside who, what and when: partner, reason and details as short sentences. Codes are worded by
 * what they mean under their key; one that no message knows is shown as it stands, so that nothing of the log is hidden.
 */
export function detailSentences(locale: Locale, line: AuditLine): string[] {
  const { audit } = messagesFor(locale)
  const f = formatterFor(locale)
  const keys: Words = audit.keys
  const text = (key: string, value: unknown): string => {
    if (typeof value === 'boolean') return audit.yesNo[value ? 'yes' : 'no']
    if (typeof value === 'number') return key === 'bytes' ? f.bytes(value) : f.number(value)
    return Array.isArray(value) ? f.list(value.map((one) => text(key, one))) : wordOf(locale, key, String(value))
  }
  return [
    ...(line.partner ? [audit.partner(line.partner)] : []),
    ...(line.because ? [audit.because[line.because]] : []),
    ...Object.entries(line.detail).flatMap(([key, value]) =>
      value === null ? [] : [audit.pair(keys[key] ?? key, text(key, value))],
    ),
  ]
}

function wordOf(locale: Locale, key: string, value: string): string {
  const { audit, proposals } = messagesFor(locale)
  const states: Words = proposals.states
  const byKey: Readonly<Record<string, readonly Words[]>> = {
    from: [states],
    to: [states],
    role: [audit.roles],
    step: [audit.steps, proposals.done],
    reason: [proposals.reasons],
  }
  for (const words of [...(byKey[key] ?? []), audit.words as Words]) {
    const word = words[value]
    if (word !== undefined) return word
  }
  return isFactId(value) ? factLabel(locale, value) : value
}
