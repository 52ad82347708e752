import type { ConsentPurpose } from '#app/domain/consent/receipt.ts'
import type { Db } from '../client.ts'

export interface ConsentWording {
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly language: 'id' | 'en'
  /** Paragraphs parted by an empty line; {mitra}, {data} and {sampai} are filled in for each consent. */
  readonly body: string
}

/** A stored wording differs from the file; whoever agreed to it agreed to other words, so it needs a new version. */
export class ConsentTextChanged extends Error {
  override readonly name = 'ConsentTextChanged'
}

export const consentTextId = (text: Pick<ConsentWording, 'purpose' | 'version' | 'language'>): string =>
  `${text.purpose}-${text.version}-${text.language}`

/**
 * The wordings, to be read out as they stand. Never edit one that has been released: add a version.
 * They say what UU 27/2022 asks of a consent: purpose, data, recipient, duration, and how to take it back.
 */
export const CONSENT_TEXTS: readonly ConsentWording[] = [
  {
    purpose: 'browse',
    version: 1,
    language: 'id',
    body: `Bolehkah keterangan usaha Ibu diperlihatkan kepada {mitra}, tanpa nama Ibu?

Yang diperlihatkan hanya: {data}. Nama, alamat, dan nomor telepon Ibu tidak diperlihatkan.

Gunanya supaya {mitra} tahu bahwa ada usaha seperti milik Ibu, lalu dapat mengajak bekerja sama lewat dinas. Keterangan ini tidak boleh dipakai untuk hal lain.

Izin ini berlaku sampai {sampai}.

Ibu boleh menjawab tidak. Ibu juga boleh mencabut izin ini kapan saja, tanpa memberi alasan, dengan memberi tahu pendamping atau dinas. Setelah dicabut, {mitra} tidak dapat melihat keterangan Ibu lagi di sini. Apa pun jawaban Ibu, dinas tetap melayani Ibu seperti biasa.`,
  },
  {
    purpose: 'browse',
    version: 1,
    language: 'en',
    body: `May details of your business be shown to {mitra}, without your name?

Only this is shown: {data}. Your name, address and telephone number are not shown.

It is done so that {mitra} knows that there are businesses like yours and can offer to work together through the district office. The details may not be used for anything else.

This consent counts until {sampai}.

You may say no. You may also take it back at any time, without giving a reason, by telling your companion or the district office. After that {mitra} can no longer see your details here. Whatever you answer, the district office serves you as before.`,
  },
  {
    purpose: 'referral',
    version: 1,
    language: 'id',
    body: `Bolehkah dinas mengusulkan usaha Ibu kepada {mitra} dan memberi tahu siapa Ibu?

Yang diberikan kepada {mitra}: {data}.

Gunanya supaya {mitra} dapat menilai usulan kerja sama dan menghubungi Ibu. Yang memutuskan adalah orang, bukan komputer saja. Keterangan ini tidak boleh dipakai untuk hal lain atau diberikan kepada pihak lain.

Izin ini berlaku sampai {sampai}.

Ibu boleh menjawab tidak. Ibu juga boleh mencabut izin ini kapan saja, tanpa memberi alasan, dengan memberi tahu pendamping atau dinas. Setelah dicabut, tidak ada usulan baru tentang Ibu kepada {mitra}, dan usulan yang belum dijawab ditarik. Apa pun jawaban Ibu, dinas tetap melayani Ibu seperti biasa.`,
  },
  {
    purpose: 'referral',
    version: 1,
    language: 'en',
    body: `May the district office propose your business to {mitra} and tell them who you are?

This is given to {mitra}: {data}.

It is done so that {mitra} can consider working with you and contact you. People decide, never a computer alone. The details may not be used for anything else or given to anybody else.

This consent counts until {sampai}.

You may say no. You may also take it back at any time, without giving a reason, by telling your companion or the district office. After that no new proposal about you goes to {mitra}, and a proposal that has not been answered is taken back. Whatever you answer, the district office serves you as before.`,
  },
]

/**
 * Brings the wordings into the database. Safe to repeat.
 * @throws ConsentTextChanged when a wording differs from the one stored under its version.
 */
export async function loadConsentTexts(
  trx: Db,
  at: string,
  texts: readonly ConsentWording[] = CONSENT_TEXTS,
): Promise<void> {
  const rows = await trx.selectFrom('consent_text').select(['id', 'body']).execute()
  const stored = new Map(rows.map((row) => [row.id, row.body]))
  for (const text of texts) {
    const id = consentTextId(text)
    const body = stored.get(id)
    if (body === undefined) {
      await trx
        .insertInto('consent_text')
        .values({ id, ...text, added_at: at })
        .execute()
    } else if (body !== text.body) {
      throw new ConsentTextChanged(`The wording of consent ${id} has changed; give it a new version`)
    }
  }
}
