import { kit } from '../dialect'
import { districts } from './districts'

/** Persons, across districts. */
export const users = kit.table('users', {
  id: kit.id('id').primaryKey(),
  passwordHash: kit.word('password_hash'),
  createdAt: kit.instant('created_at').notNull(),
  disabledAt: kit.instant('disabled_at'),
})

export const userEmails = kit.table(
  'user_emails',
  {
    /** Lower case. */
    email: kit.word('email').primaryKey(),
    userId: kit
      .id('user_id')
      .notNull()
      .references(() => users.id),
    verifiedAt: kit.instant('verified_at'),
  },
  (t) => [kit.index('user_emails_user').on(t.userId)],
)

export const sessions = kit.table(
  'sessions',
  {
    /** The SHA-256 of the token in the cookie, in hexadecimal. */
    id: kit.word('id').primaryKey(),
    userId: kit
      .id('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: kit.instant('created_at').notNull(),
    expiresAt: kit.instant('expires_at').notNull(),
    /** Sessions of people who administer a district end sooner. */
    privileged: kit.flag('privileged').notNull(),
    /** What the browser says it is, for the list of sessions. */
    device: kit.word('device').notNull(),
  },
  (t) => [kit.index('sessions_user').on(t.userId)],
)

/** One-time links: only their SHA-256 is kept. */
export const tokens = kit.table(
  'tokens',
  {
    hash: kit.word('hash').primaryKey(),
    kind: kit.word<'setup' | 'invitation' | 'reset'>('kind').notNull(),
    email: kit.word('email'),
    userId: kit.id('user_id').references(() => users.id),
    districtId: kit.district('district_id').references(() => districts.id),
    memberId: kit.id('member_id'),
    createdAt: kit.instant('created_at').notNull(),
    expiresAt: kit.instant('expires_at').notNull(),
    usedAt: kit.instant('used_at'),
  },
  (t) => [kit.index('tokens_user').on(t.userId), kit.index('tokens_district').on(t.districtId)],
)

/** Failed attempts to sign in, counted by account and by account and address. */
export const signInFailures = kit.table(
  'sign_in_failures',
  {
    id: kit.id('id').primaryKey(),
    account: kit.word('account').notNull(),
    address: kit.word('address').notNull(),
    failedAt: kit.instant('failed_at').notNull(),
  },
  (t) => [kit.index('sign_in_failures_account').on(t.account, t.failedAt)],
)

/** What was typed into a form when its session had ended, until the person signs in again. */
export const keptForms = kit.table(
  'kept_forms',
  {
    /** The SHA-256 of the token in the cookie. */
    hash: kit.word('hash').primaryKey(),
    userId: kit
      .id('user_id')
      .notNull()
      .references(() => users.id),
    path: kit.word('path').notNull(),
    body: kit.word('body').notNull(),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    kit.index('kept_forms_created').on(t.createdAt),
    kit.index('kept_forms_user').on(t.userId),
  ],
)
