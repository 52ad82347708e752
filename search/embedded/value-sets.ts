/**
 * Every distinct set of values that documents carry in one facet, by number. Values have numbers too, and the members of all
 * sets stand in one array, so that counting touches numbers alone. Set 0 is the empty set.
 */
export class ValueSets {
  private readonly values: string[] = []
  private readonly valueIds = new Map<string, number>()
  private readonly setIds = new Map<string, number>([['', 0]])
  /** Where each set's members start; one more at the end. */
  private starts = new Uint32Array(64)
  private members = new Uint32Array(64)
  count = 1
  private inOrder: Uint32Array = new Uint32Array(0)

  get valueCount(): number {
    return this.values.length
  }

  valueAt(id: number): string {
    return this.values[id]!
  }

  /** The id of a value; -1 when no document ever had it. */
  valueId(value: string): number {
    return this.valueIds.get(value) ?? -1
  }

  /** The ids of all values, ordered by the values themselves. */
  sortedIds(): Uint32Array {
    if (this.inOrder.length !== this.values.length) {
      const { values } = this
      this.inOrder = Uint32Array.from([...values.keys()].sort((a, b) => (values[a]! < values[b]! ? -1 : 1)))
    }
    return this.inOrder
  }

  /** Adds a set that is known to be new; its values must be sorted and distinct. */
  add(sorted: readonly string[]): number {
    const number = this.count++
    const start = this.starts[number]!
    const end = start + sorted.length
    if (this.starts.length < number + 2) this.starts = longer(this.starts, number + 2)
    if (this.members.length < end) this.members = longer(this.members, end)
    sorted.forEach((value, at) => {
      this.members[start + at] = this.idFor(value)
    })
    this.starts[number + 1] = end
    this.setIds.set(sorted.join('\n'), number)
    return number
  }

  /** The number of a set of values given in any order, if it is known. */
  find(values: readonly string[]): number | undefined {
    return this.setIds.get(canonical(values).join('\n'))
  }

  /** The number of a set of values given in any order; `isNew` asks the caller to store it. */
  numberFor(values: readonly string[]): { number: number; isNew: boolean; values: readonly string[] } {
    const sorted = canonical(values)
    const known = this.setIds.get(sorted.join('\n'))
    if (known !== undefined) return { number: known, isNew: false, values: sorted }
    return { number: this.add(sorted), isNew: true, values: sorted }
  }

  valuesOf(number: number): string[] {
    return Array.from(this.members.subarray(this.starts[number]!, this.starts[number + 1]!), (id) => this.values[id]!)
  }

  /** Adds `amount` to the tally of every value of a set. */
  tally(tallies: Uint32Array | Int32Array, number: number, amount: number): void {
    const end = this.starts[number + 1]!
    for (let at = this.starts[number]!; at < end; at++) {
      const id = this.members[at]!
      tallies[id] = tallies[id]! + amount
    }
  }

  /** Enters a slot into the set of bits of every value of a set. */
  mark(bits: readonly Uint32Array[], number: number, slot: number): void {
    const end = this.starts[number + 1]!
    const word = slot >>> 5
    for (let at = this.starts[number]!; at < end; at++) {
      const own = bits[this.members[at]!]!
      own[word] = own[word]! | (1 << (slot & 31))
    }
  }

  hasAny(number: number, wanted: ReadonlySet<number>): boolean {
    const end = this.starts[number + 1]!
    for (let at = this.starts[number]!; at < end; at++) if (wanted.has(this.members[at]!)) return true
    return false
  }

  private idFor(value: string): number {
    const known = this.valueIds.get(value)
    if (known !== undefined) return known
    const id = this.values.push(value) - 1
    this.valueIds.set(value, id)
    return id
  }
}

function canonical(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].sort()
}

function longer(array: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(least, array.length * 2))
  grown.set(array)
  return grown
}
