import type { Kysely } from 'kysely'
import { secretHash } from '#app/lib/secret.server.ts'
import { claimAnswerLink, getAnswerLink } from '#db/queries/answer-links.ts'
import { getProposal } from '#db/queries/proposals.ts'
import type { Database } from '#db/schema/index.ts'
import { type DeadLink, isOfRound, linkHolder, lookUpAnswerLink } from './answer-link.server.ts'
import { asResult, type StepInput, type StepResult, stepWithin } from './take-step.server.ts'

export type LinkAnswer = StepResult | { readonly ok: false; readonly dead: DeadLink }

/** Answers by link: the link is used up with the answer, in one transaction; a refused answer leaves it good. */
export async function answerByLink(
  db: Kysely<Database>,
  secret: string,
  input: StepInput & { readonly step: 'accept' | 'decline' | 'ask' },
  when: { readonly now: string; readonly today: string },
): Promise<LinkAnswer> {
  return asResult(() =>
    db.transaction().execute(async (trx) => {
      // why: claiming writes first, so that of two who press at once only one reads a link that is still good
      if (!(await claimAnswerLink(trx, secretHash(secret), when.now))) {
        const found = await lookUpAnswerLink(trx, secret, when.now)
        throw new LinkDead(found.ok ? 'used' : found.why)
      }
      const link = (await getAnswerLink(trx, secretHash(secret)))!
      const proposal = (await getProposal(trx, link.proposal_id))!
      if (!isOfRound(link, proposal)) throw new LinkDead('moved_on')
      return stepWithin(trx, { db, ...when, viewer: linkHolder(link, proposal), via: 'link' }, proposal.id, input)
    }),
  ).catch((error: unknown): LinkAnswer => {
    if (error instanceof LinkDead) return { ok: false, dead: error.why }
    throw error
  })
}

class LinkDead extends Error {
  constructor(readonly why: DeadLink) {
    super(why)
  }
}
