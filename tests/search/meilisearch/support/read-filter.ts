/**
 * Reads filters as the published grammar of Meilisearch 1.50 defines them (crates/filter-parser), as far as we write it: IN,
 * STARTS WITH, AND, OR, NOT, parentheses and double-quoted values. It tells what our filters mean, not what a server does.
 */
export type Passes = (document: Readonly<Record<string, unknown>>) => boolean

/** @throws Error for anything outside that part of the grammar. */
export function readFilter(filter: string): Passes {
  const tokens: string[] = []
  const token = /\s*(?:("(?:\\.|[^"\\])*"|[A-Za-z0-9_.-]+|[()[\],])|$)/suy
  while (token.lastIndex < filter.length) {
    const match = token.exec(filter)
    if (!match) throw new Error(`not of the grammar: ${filter.slice(0, 200)}`)
    if (match[1] !== undefined) tokens.push(match[1])
  }
  let at = 0
  const next = () => tokens[at++]
  const expect = (token: string) => {
    if (next() !== token) throw new Error(`expected ${token} at ${at} of ${filter.slice(0, 200)}`)
  }

  function either(): Passes {
    const ways = [both()]
    while (tokens[at] === 'OR') {
      at++
      ways.push(both())
    }
    return (document) => ways.some((way) => way(document))
  }

  function both(): Passes {
    const parts = [negated()]
    while (tokens[at] === 'AND') {
      at++
      parts.push(negated())
    }
    return (document) => parts.every((part) => part(document))
  }

  function negated(): Passes {
    if (tokens[at] !== 'NOT') return primary()
    at++
    const inner = negated()
    return (document) => !inner(document)
  }

  function primary(): Passes {
    if (tokens[at] === '(') {
      at++
      const inner = either()
      expect(')')
      return inner
    }
    const field = next()!
    if (tokens[at] === 'IN') return inList(field)
    expect('STARTS')
    expect('WITH')
    const prefix = value(next()!)
    return (document) => valuesOf(document, field).some((one) => one.startsWith(prefix))
  }

  function inList(field: string): Passes {
    at++
    expect('[')
    const wanted = new Set<string>()
    while (tokens[at] !== ']') {
      wanted.add(value(next()!))
      if (tokens[at] === ',') at++
    }
    at++
    return (document) => valuesOf(document, field).some((one) => wanted.has(one))
  }

  const passes = either()
  if (at !== tokens.length) throw new Error(`left over at ${at} of ${filter.slice(0, 200)}`)
  return passes
}

function value(token: string): string {
  if (!token.startsWith('"')) throw new Error(`an unquoted value: ${token}`)
  return token.slice(1, -1).replace(/\\(["\\])/gu, '$1')
}

function valuesOf(document: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const values = document[field]
  if (typeof values === 'string') return [values]
  return Array.isArray(values) ? values : []
}
