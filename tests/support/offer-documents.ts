import type { Condition, Offer } from '#app/domain/values/offer.ts'
import partners from '#db/reference/data/partners.json' with { type: 'json' }
import { offerDocument } from '#search/documents/offer-document.ts'
import type { SearchDocument } from '#search/engine.ts'

/** Documents of the real offers, straight from the reference data. */
export function offerDocuments(): SearchDocument[] {
  return partners.flatMap((partner) =>
    partner.programmes.map((programme) =>
      offerDocument({
        id: programme.id,
        partnerId: partner.id,
        tie: programme.tie as Offer['tie'],
        status: programme.status as Offer['status'],
        needs: programme.needs,
        sectors: programme.sectors,
        clusters: programme.clusters as Offer['clusters'],
        coverage: programme.coverage as Offer['coverage'],
        conditions: programme.conditions.map(
          (condition) =>
            ({
              fact: condition.fact,
              op: condition.op,
              value: condition.value,
              textId: condition.text_id,
              textEn: condition.text_en,
              confidence: condition.confidence,
            }) as Condition,
        ),
        capacity: { slots: null, taken: 0, unit: null, asOf: null },
        window: programme.window,
        confidence: programme.confidence as Offer['confidence'],
        asOf: partner.as_of || null,
        name: programme.name,
        capacityNote: programme.capacity_note,
        partner: {
          name: partner.name,
          aliases: partner.aliases,
          type: partner.type,
          descriptionId: partner.description_id,
          descriptionEn: partner.description_en,
        },
      }),
    ),
  )
}
