/** Lists repeat their words; a reading is kept for as many different texts as this. */
const MOST_REMEMBERED = 5000
/** Longer texts are remarks of their own, which do not come again. */
const LONGEST = 80

/** The same pure function, which gives the answer it gave before for a text it has seen. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (text.length <= LONGEST) {
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(text, value)
    }
    return value
  }
}
