import type { ReminderKind } from '../words'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { enrollments } from './pathways'
import { members } from './people'

/** Letters about an enrollment: by a person, or by the product before and after the due day. */
export const reminders = kit.table(
  'reminders',
  {
    ...tenantKey(),
    enrollmentId: kit.id('enrollment_id').notNull(),
    kind: kit.word<ReminderKind>('kind').notNull(),
    /** The due day that a notice is about; a day that is moved has notices of its own. */
    dueOn: kit.day('due_on'),
    /** Nobody when the product itself wrote it. */
    sentById: kit.id('sent_by_id'),
    sentOn: kit.day('sent_on').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.enrollmentId, enrollments),
    belongsTo(t, t.sentById, members),
    kit.index('reminders_enrollment').on(t.districtId, t.enrollmentId, t.sentOn),
    kit
      .uniqueIndex('reminders_notice')
      .on(t.districtId, t.enrollmentId, t.kind, t.dueOn)
      .where(kit.sql`kind <> 'by_hand'`),
    kit.index('reminders_sender').on(t.districtId, t.sentById),
  ],
)

/** Letters to principals about what of their staff is overdue. */
export const escalations = kit.table(
  'escalations',
  {
    ...tenantKey(),
    principalId: kit.id('principal_id').notNull(),
    /** How many enrollments it named. */
    named: kit.integer('named').notNull(),
    sentOn: kit.day('sent_on').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.principalId, members),
    kit.uniqueIndex('escalations_principal').on(t.districtId, t.principalId, t.sentOn),
  ],
)
