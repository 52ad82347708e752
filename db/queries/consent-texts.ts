import { CONSENT_PURPOSES, type ConsentPurpose } from '#app/domain/consent/receipt.ts'
import type { Db } from '../client.ts'

/** A wording somebody was shown, whatever came after it; undefined for an id that is none. */
export async function getConsentText(db: Db, id: string): Promise<(ConsentText & { language: string }) | undefined> {
  return db
    .selectFrom('consent_text')
    .select(['id', 'purpose', 'version', 'body', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The same wording in another language; undefined where there is none. */
export async function getConsentTextIn(
  db: Db,
  text: Pick<ConsentText, 'purpose' | 'version'>,
  language: string,
): Promise<ConsentText | undefined> {
  return db
    .selectFrom('consent_text')
    .select(['id', 'purpose', 'version', 'body'])
    .where('purpose', '=', text.purpose)
    .where('version', '=', text.version)
    .where('language', '=', language)
    .executeTakeFirst()
}

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
