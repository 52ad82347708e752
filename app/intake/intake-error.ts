/** Why a whole file cannot be taken. The sentence for each stands in messages `intake.fileErrors`. */
export type IntakeErrorCode =
  | 'file.missing'
  | 'file.empty'
  | 'file.too_large'
  | 'file.pdf'
  | 'file.image'
  | 'file.xls'
  | 'file.xlsb'
  | 'file.ods'
  | 'file.html'
  | 'file.zip'
  | 'file.binary'
  | 'file.encrypted'
  | 'file.bomb'
  | 'file.broken'
  | 'file.quote'
  | 'sheet.empty'
  | 'sheet.no_header'
  | 'sheet.required_missing'
  | 'sheet.duplicate_heading'
  | 'sheet.no_rows'
  | 'sheet.too_many_rows'
  | 'load.conflict'
  | 'load.interrupted'
  | 'load.unexpected'

export type IntakeErrorValues = Readonly<Record<string, string | number | readonly string[]>>

/** A file that is refused as a whole; nothing of it has been written. */
export class IntakeError extends Error {
  override name = 'IntakeError'
  readonly code: IntakeErrorCode
  readonly values: IntakeErrorValues

  constructor(code: IntakeErrorCode, values: IntakeErrorValues = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}
