import { DEMO_PASSWORD } from '../../../support/world'
import type { OpenExpectation } from '../expectation'

const FOR_ALL = { stranger: 'allowed', signedIn: 'allowed' } as const
const SIGNED_IN = { stranger: 'to sign in', signedIn: 'allowed' } as const
/** The page where one signs in is where one comes to. */
const LEADS_TO_SIGN_IN = { stranger: 'to sign in', signedIn: 'to sign in' } as const
/** For those whom an operator has appointed, and for no member of a district. */
const OF_A_STATE = { stranger: 'to sign in', signedIn: 'not found' } as const
const GONE = { stranger: 'not found', signedIn: 'not found' } as const
const NEW_PASSWORD = 'a cairn on every summit'

/** Everything outside of the districts. A link with a secret is there for nobody who does not know it. */
export const outside: Record<string, OpenExpectation> = {
  'public/report.tsx': { parameters: { district: 'northside' }, loader: GONE },
  'start.tsx': { loader: SIGNED_IN },
  'auth/sign-in.tsx': {
    loader: FOR_ALL,
    action: {
      ...FOR_ALL,
      form: () => ({ email: 'ana.alvarez@northside.example', password: DEMO_PASSWORD }),
    },
  },
  'auth/sign-out.ts': { loader: FOR_ALL, action: { ...LEADS_TO_SIGN_IN, form: () => ({}) } },
  'auth/forgotten-password.tsx': {
    loader: FOR_ALL,
    action: { ...FOR_ALL, form: () => ({ email: 'ana.alvarez@northside.example' }) },
  },
  'auth/reset.tsx': {
    parameters: { token: 'nobody-knows-it' },
    loader: GONE,
    action: { ...GONE, form: () => ({ password: NEW_PASSWORD }) },
  },
  'auth/invitation.tsx': {
    parameters: { token: 'nobody-knows-it' },
    loader: GONE,
    action: { ...GONE, form: () => ({ password: NEW_PASSWORD }) },
  },
  'auth/setup.tsx': {
    parameters: { token: 'nobody-knows-it' },
    loader: GONE,
    action: {
      ...GONE,
      form: () => ({
        name: 'Westside Public Schools',
        slug: 'westside',
        state: 'MA',
        timeZone: 'America/New_York',
        schoolYearStartsOn: '2026-07-01',
        givenName: 'Wanda',
        familyName: 'West',
        email: 'wanda.west@westside.example',
        password: NEW_PASSWORD,
      }),
    },
  },
  'auth/account.tsx': { loader: SIGNED_IN },
  'auth/sessions.ts': { loader: FOR_ALL, action: { ...SIGNED_IN, form: () => ({ session: 'x' }) } },
  'auth/password.ts': {
    loader: FOR_ALL,
    action: {
      ...SIGNED_IN,
      form: () => ({ currentPassword: DEMO_PASSWORD, newPassword: NEW_PASSWORD }),
    },
  },
  'record/once-csv.ts': { parameters: { slug: 'northside' }, loader: SIGNED_IN },
  'record/once-package.ts': { parameters: { slug: 'northside' }, loader: SIGNED_IN },
  'record/once-json.ts': { parameters: { slug: 'northside' }, loader: SIGNED_IN },
  'states/frame.tsx': { parameters: { state: 'ma' }, loader: OF_A_STATE },
  'states/index.tsx': { parameters: { state: 'ma' }, loader: OF_A_STATE },
  'states/csv.ts': { parameters: { state: 'ma' }, loader: OF_A_STATE },
  'theme.ts': { action: { ...FOR_ALL, form: () => ({ theme: 'dark', returnTo: '/' }) } },
  'ui.tsx': { loader: GONE },
  'nowhere.tsx': { loader: GONE },
}
