/** Addresses of mail and web, and handles. */
const ADDRESSES = /\S+@\S+|https?:\/\/\S+|www\.\S+|@\w+/giu
/** Six digits or more, however they are spaced: telephone, NIK, account. */
const NUMBERS = /\+?\d(?:[\s().-]?\d){5,}/gu

/** Free text without anything that looks like a number or address of a person. */
export function withoutPersonalData(text: string): string {
  return text.replace(ADDRESSES, ' ').replace(NUMBERS, ' ').replace(/\s+/gu, ' ').trim()
}
