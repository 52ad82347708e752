const LENGTH = 7

/** The short code an actor is shown under where her name is not: the end of her id, "P-0000012" for "demo-0000012". */
export function actorCode(actorId: string): string {
  return `P-${actorId
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .slice(-LENGTH)
    .toUpperCase()}`
}
