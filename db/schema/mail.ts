import { kit } from '../dialect'
import { districts } from './districts'

/** The outbox: mail waits here until the mailer has sent it. */
export const outgoingMail = kit.table(
  'outgoing_mail',
  {
    id: kit.id('id').primaryKey(),
    districtId: kit.district('district_id').references(() => districts.id),
    recipient: kit.word('recipient').notNull(),
    subject: kit.word('subject').notNull(),
    text: kit.word('text').notNull(),
    /** A file that comes along; it is not kept once the letter was sent. */
    attachment: kit.json<{ name: string; mediaType: string; content: string }>('attachment'),
    createdAt: kit.instant('created_at').notNull(),
    attempts: kit.integer('attempts').notNull().default(0),
    nextAttemptAt: kit.instant('next_attempt_at').notNull(),
    sentAt: kit.instant('sent_at'),
    failure: kit.word('failure'),
  },
  (t) => [
    kit
      .index('outgoing_mail_waiting')
      .on(t.nextAttemptAt)
      .where(kit.sql`sent_at is null`),
    kit.index('outgoing_mail_district').on(t.districtId, t.createdAt),
  ],
)
