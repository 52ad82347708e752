/** Lets waiting queries be answered between two steps of a long piece of work. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
