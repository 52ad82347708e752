import { readConfig } from '#app/config.server.ts'
import { authKey, keyedHash } from '#app/lib/seal.server.ts'

const LENGTH = 10

/**
 * Codes under which one partner knows actors, the key of the installation read once: who knows an actor's id, or another
 * partner's codes, cannot work one out. Cards and proposals have codes of their own, so that a name in a referral names no
 * card.
 */
function codes(kind: 'kartu' | 'usulan', letter: string, partnerId: string): (actorId: string) => string {
  const key = authKey(readConfig())
  return (actorId) => `${letter}-${keyedHash(key, `${kind}\0${partnerId}\0${actorId}`).slice(0, LENGTH).toUpperCase()}`
}

/** Codes of cards: others for each partner, so that two of them cannot lay their cards together. */
export const cardCodes = (partnerId: string) => codes('kartu', 'K', partnerId)

/** Codes in proposals to a partner, the same in all of them. */
export const proposedCodes = (partnerId: string) => codes('usulan', 'U', partnerId)
