/** Nine digits or more in a row, or a mobile number as people write it. */
const PERSONAL_NUMBER = /\d{9,}|\b(?:\+62|0)8\d{1,2}[- .]?\d{3,4}[- .]?\d{3,5}\b/

/** Whether a text holds a number of a person: a NIK, an account or a telephone. */
export function holdsPersonalNumber(text: string): boolean {
  return PERSONAL_NUMBER.test(text)
}
