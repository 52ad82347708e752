import type { letters as source } from '../id/letters.ts'

const letter = (subject: string, body: string) => ({ subject, body })

export const letters: typeof source = {
  greeting: 'Dear Sir or Madam,',
  answerByLink: 'Answer without signing in, through this link:',
  linkOnce: 'The link is valid for one answer, while the proposal awaits it. Please do not pass it on.',
  open: 'Open the proposal in Sinergi IR:',
  foot: 'This letter was sent automatically by Sinergi IR. Letters never carry personal data of women entrepreneurs.',
  kinds: {
    sent: (offer, _partner, due) =>
      letter(
        `New proposal for ${offer}`,
        `There is a collaboration proposal for the offer ${offer}. Its conditions have been checked. Please answer by ${due}.`,
      ),
    asked: (offer, partner, _due) =>
      letter(
        `A question about the proposal for ${offer}`,
        `${partner} has a question before answering the proposal for ${offer}. Your reply is awaited.`,
      ),
    replied: (offer, _partner, due) =>
      letter(
        `Your question about ${offer} has been answered`,
        `The question about the proposal for ${offer} has been answered. Please answer the proposal by ${due}.`,
      ),
    accepted: (offer, partner, _due) =>
      letter(
        `Proposal for ${offer} accepted`,
        `The proposal for the offer ${offer} (${partner}) was accepted. Next: refer the woman, with her consent.`,
      ),
    declined: (offer, partner, _due) =>
      letter(
        `Proposal for ${offer} declined`,
        `The proposal for the offer ${offer} (${partner}) was declined. The reason is on the page of the proposal.`,
      ),
    withdrawn: (offer, _partner, _due) =>
      letter(
        `Proposal for ${offer} withdrawn`,
        `The proposal for the offer ${offer} was withdrawn. It needs no answer.`,
      ),
    referred: (offer, _partner, _due) =>
      letter(
        `Referral for ${offer}`,
        `Women for the offer ${offer} were referred with their consent. Who they are can be seen on the page of the proposal only, after signing in.`,
      ),
    closed: (offer, partner, _due) =>
      letter(
        `Outcome of the proposal for ${offer}`,
        `The outcome of the proposal for the offer ${offer} (${partner}) was reported on the page of the proposal.`,
      ),
    expired: (offer, partner, _due) =>
      letter(
        `Proposal for ${offer} expired`,
        `The proposal for the offer ${offer} (${partner}) was not answered in time and has expired. Another offer can be chosen from the profile.`,
      ),
    remind_answer: (offer, _partner, due) =>
      letter(`Reminder: proposal for ${offer}`, `The proposal for the offer ${offer} awaits an answer by ${due}.`),
    remind_question: (offer, partner, due) =>
      letter(
        `Reminder: question about ${offer}`,
        `The question of ${partner} about the proposal for ${offer} has not been answered. It is due on ${due}.`,
      ),
    escalate: (offer, partner, due) =>
      letter(
        `Not answered: proposal for ${offer}`,
        `The proposal for the offer ${offer} (${partner}) was due on ${due} and has not been answered. Call the partner, or withdraw it and choose another offer.`,
      ),
    remind_outcome: (offer, partner, _due) =>
      letter(
        `Please report the outcome of the proposal for ${offer}`,
        `The proposal for the offer ${offer} (${partner}) was accepted, but its outcome has not been reported. Please report whether she was helped or not, and why.`,
      ),
    escalate_outcome: (offer, partner, _due, days) =>
      letter(
        `Outcome not reported: proposal for ${offer}`,
        `The proposal for the offer ${offer} (${partner}) has been without an outcome for ${days} days. Please follow it up with the companion.`,
      ),
  },
  requests: {
    asked: (offer, partner, _reason) =>
      letter(
        `Candidates asked for: ${offer}`,
        `${partner} asks for candidates for the offer ${offer}. Accept, propose candidates, or decline with a reason.`,
      ),
    declined: (offer, _partner, reason) =>
      letter(
        `Request for ${offer} declined`,
        `The request for candidates for the offer ${offer} was declined by the district office. The reason: ${reason}.`,
      ),
    open: 'Open it in Sinergi IR:',
  },
  digest: {
    subject: (waiting) => `Proposals in short: ${waiting} await you`,
    intro: 'Your collaboration proposals in short:',
    answer: (count, overdue) => `- ${count} proposals await an answer (${overdue} overdue)`,
    other: (count) => `- ${count} proposals await another step: to be sent, referred, or reported`,
    change: 'Change how often this comes (daily, weekly or never) on the page of proposals.',
  },
  programme: {
    subject: (title) => `Synergy programme “${title}” in your district`,
    body: (title, sent, waiting, blocked) =>
      `The synergy programme “${title}” is published. Of your district ${sent} women have been proposed to partners, ${waiting} wait for their consent to be recorded, and ${blocked} cannot be proposed yet for another reason. The list is on the page of the programme, for officers of your district alone.`,
  },
  mouWarning: {
    subject: (days, title) => `MoU ends in ${days} days: ${title}`,
    body: (title, day, balance) =>
      `The MoU “${title}” ends on ${day}. Commitments left on record: ${balance} women. After its end it opens no more places.`,
  },
}
