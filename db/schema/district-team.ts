/** The decision that named the team of a kabupaten or kota; no person is written here. */
export interface DistrictTeamTable {
  regency_code: string
  /** Kind and number of the decision, such as "SK Bupati 463/12/2026". */
  decree: string
  /** Day of the decision. */
  named_on: string
  recorded_by: string | null
  recorded_at: string
}
