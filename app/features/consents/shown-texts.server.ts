import type { ConsentMethod, ConsentPurpose } from '#app/domain/consent/receipt.ts'
import type { Db } from '#db/client.ts'
import { getConsentText, getConsentTextIn } from '#db/queries/consent-texts.ts'

/** The printed form is in this language whatever the language of the site. */
const PAPER = 'id'

/**
 * Which text she was shown for each purpose: the one the form says it showed, and on paper the same in Indonesian.
 * @param posted ids of texts as the form gives them
 * @returns null where the form does not say it for a purpose.
 */
export async function shownTexts(
  db: Db,
  posted: readonly string[],
  consent: { readonly purposes: readonly ConsentPurpose[]; readonly method: ConsentMethod },
): Promise<ReadonlyMap<ConsentPurpose, string> | null> {
  const shown = new Map<ConsentPurpose, string>()
  for (const id of new Set(posted)) {
    const text = await getConsentText(db, id)
    if (!text || !consent.purposes.includes(text.purpose)) continue
    const onPaper = consent.method === 'paper' ? await getConsentTextIn(db, text, PAPER) : text
    if (onPaper) shown.set(text.purpose, onPaper.id)
  }
  return consent.purposes.every((purpose) => shown.has(purpose)) ? shown : null
}
