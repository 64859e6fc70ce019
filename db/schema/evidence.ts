import { evidenceKinds, strengths } from '../codes'
import { kit } from '../dialect'
import { activities } from './activities'
import { awards } from './badges'
import { broughtRows } from './brought'
import { completions } from './completions'
import { goals } from './goals'
import { belongsTo, exactlyOne, inDistrict, indexOfFilled, tenantKey } from './keys'
import { enrollments } from './pathways'
import { members } from './people'

export const evidence = kit.table(
  'evidence',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    activityId: kit.id('activity_id'),
    completionId: kit.id('completion_id'),
    awardId: kit.id('award_id'),
    goalId: kit.id('goal_id'),
    broughtId: kit.id('brought_id'),
    enrollmentId: kit.id('enrollment_id'),
    /** The step of the enrollment that it is for. */
    stepKey: kit.id('step_key'),
    kind: kit.code('kind', evidenceKinds).notNull(),
    /** The name of the file as it was on the person's machine, or the title of the link. */
    name: kit.word('name').notNull(),
    /** The address of a link, or the text. */
    content: kit.word('content'),
    mediaType: kit.word('media_type'),
    bytes: kit.integer('bytes'),
    sha256: kit.word('sha256'),
    strength: kit.code('strength', strengths).notNull(),
    mayShowStudents: kit.flag('may_show_students').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    /** Of a file: the last day it is to be kept, as of the last review; open while nobody can tell. */
    keptUntil: kit.day('kept_until'),
    /** The day on which the file was destroyed as the retention schedule says; the row stays. */
    destroyedOn: kit.day('destroyed_on'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.activityId, activities),
    belongsTo(t, t.completionId, completions),
    belongsTo(t, t.awardId, awards),
    belongsTo(t, t.goalId, goals),
    belongsTo(t, t.enrollmentId, enrollments),
    belongsTo(t, t.broughtId, broughtRows),
    exactlyOne('evidence_subject', [
      t.activityId,
      t.completionId,
      t.awardId,
      t.goalId,
      t.enrollmentId,
      t.broughtId,
    ]),
    kit.index('evidence_member').on(t.districtId, t.memberId),
    indexOfFilled('evidence_activity', t, t.activityId),
    indexOfFilled('evidence_completion', t, t.completionId),
    indexOfFilled('evidence_award', t, t.awardId),
    indexOfFilled('evidence_goal', t, t.goalId),
    indexOfFilled('evidence_brought', t, t.broughtId),
    indexOfFilled('evidence_enrollment', t, t.enrollmentId),
    kit
      .index('evidence_kept')
      .on(t.districtId, t.keptUntil, t.id, t.memberId)
      .where(kit.sql`kept_until is not null and destroyed_on is null`),
    kit
      .index('evidence_destroyed')
      .on(t.districtId, t.destroyedOn, t.id)
      .where(kit.sql`destroyed_on is not null`),
    kit
      .index('evidence_files')
      .on(t.districtId, t.createdAt, t.memberId)
      .where(kit.sql.raw(`kind = ${evidenceKinds.file} and destroyed_on is null`)),
    kit.check(
      'evidence_destroyed_file',
      kit.sql`${t.destroyedOn} is null or ${t.kind} = ${kit.sql.raw(String(evidenceKinds.file))}`,
    ),
  ],
)
