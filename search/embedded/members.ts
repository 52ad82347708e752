/** The documents of a set, told by whichever is shorter: its members, or the live documents that are not in it. */
export interface Members {
  readonly slots: Uint32Array
  /** True when `slots` are the live documents outside the set. */
  readonly outside: boolean
}

export const EVERYBODY: Members = { slots: new Uint32Array(0), outside: true }
