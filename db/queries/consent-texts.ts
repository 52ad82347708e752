import { CONSENT_PURPOSES, type ConsentPurpose } from '#app/domain/consent/receipt.ts'
import type { Db } from '../client.ts'

export interface ConsentText {
  readonly id: string
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly body: string
}

/** The wording of today for each purpose, in a language. */
export async function latestConsentTexts(db: Db, language: string): Promise<ConsentText[]> {
  const rows = await db
    .selectFrom('consent_text')
    .select(['id', 'purpose', 'version', 'body'])
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .execute()
  return CONSENT_PURPOSES.flatMap((purpose) => rows.find((row) => row.purpose === purpose) ?? [])
}
