import type { accounts as source } from '../id/accounts.ts'

export const accounts: typeof source = {
  roles: {
    ministry: 'Ministry',
    province: 'Provincial office',
    district: 'District office',
    companion: 'Companion',
    partner: 'Partner',
    admin: 'System administrator',
  },
  bar: {
    signIn: 'Sign in',
    account: 'My account',
    signOut: 'Sign out',
    national: 'all of Indonesia',
  },
  signIn: {
    title: 'Sign in',
    intro: 'For district officers, companions, partners and the ministry, once they have been invited.',
    needed: 'Sign in to open this page',
    neededText:
      'Only people who work for an actor may see her data. Once signed in, you are taken straight to the page you wanted.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    noAccount:
      'No account yet? Accounts are made by invitation: districts invite companions, the ministry invites districts and partners.',
    wrong: 'E-mail and password do not match. Check both, or reset your password.',
    wait: (clock) =>
      `Too many attempts have failed. For safety, try again after ${clock}. If you forgot your password, reset it by e-mail.`,
    missingEmail: 'Write your e-mail address.',
    missingPassword: 'Write your password.',
    demo: {
      title: 'Try it with a demo account',
      text: 'One tap, no password. The people are invented. Demo accounts are exempt from the second step, which real ministry and administrator accounts must use.',
      button: (role) => `Sign in as ${role}`,
      refused: 'Demo accounts cannot be used on this site.',
      what: {
        ministry: 'national run and gaps, without identities of actors',
        province: 'the boards of every district of Central Java',
        district: 'Kab. Kendal: import, board and profiles of actors',
        companion: 'Kab. Kendal: only the actors she accompanies',
        partner: 'PNM: cards of actors without identity',
        admin: 'accounts and audit log, no data of actors',
      },
    },
  },
}
