import type { awards } from '#db/schema'
import type { ActivityStatus, Role, SubmissionStatus } from '#db/words'
import { Forbidden } from './errors'

/** Who is asking: a member of one district, with the affiliations that hold today. */
export type Actor = {
  /** The member's id. */
  id: string
  name: string
  hats: { role: Role; organizationId: string; organizationPath: string }[]
  /** Ids of the organizations whose staff the actor supervises, subtrees included. */
  supervises: string[]
}

type Owned = { memberId: string; organizationId: string | null }
type Activity = Owned & { status: ActivityStatus }
type Submission = Owned & { status: SubmissionStatus }
type Award = Owned & {
  verification: (typeof awards.$inferSelect)['verification']
  /** Whether it has been sent and nobody has decided yet. */
  isWaiting: boolean
}
/** A license, or a cycle of one. */
type License = { memberId: string }
/** A version of a pathway, and whether the actor was asked what they think of it. */
type Shared = { isAsked: boolean }
/** A report under a name, of whom and whether for others. */
type SavedReport = { memberId: string; isShared: boolean }
type Staff = { id: string; organizationIds: string[] }

const is = (actor: Actor, ...roles: Role[]) => actor.hats.some(({ role }) => roles.includes(role))
const owns = (actor: Actor, subject: { memberId: string }) => subject.memberId === actor.id
const supervises = (actor: Actor, subject: { organizationId: string | null }) =>
  subject.organizationId !== null && actor.supervises.includes(subject.organizationId)
const supervisesMember = (actor: Actor, member: Staff) =>
  member.organizationIds.some((organizationId) => supervises(actor, { organizationId }))
const learns = (actor: Actor) =>
  is(actor, 'educator', 'coach', 'principal', 'coordinator', 'administrator')
const reads = (actor: Actor, subject: Owned) =>
  owns(actor, subject) || supervises(actor, subject) || is(actor, 'administrator', 'auditor')

const mayReport = (actor: Actor) => is(actor, 'coordinator', 'administrator', 'auditor')

const isAsked = (actor: Actor, version: Shared) => version.isAsked && actor.hats.length > 0

const mayDecide = (actor: Actor, subject: Owned) =>
  !owns(actor, subject) && (supervises(actor, subject) || is(actor, 'administrator'))

const rules = {
  'activity.log': (actor: Actor) => learns(actor),
  'activity.view': (actor: Actor, activity: Activity) =>
    owns(actor, activity) || (wasSent(activity) && reads(actor, activity)),
  'activity.edit': (actor: Actor, activity: Activity) =>
    owns(actor, activity) && ['draft', 'returned', 'withdrawn'].includes(activity.status),
  'activity.delete': (actor: Actor, activity: Activity) =>
    owns(actor, activity) && activity.status === 'draft',
  'activity.withdraw': (actor: Actor, activity: Activity) =>
    owns(actor, activity) && activity.status === 'submitted',
  'evidence.view': (actor: Actor, evidence: Owned & { mayShowStudents: boolean }) =>
    evidence.mayShowStudents
      ? owns(actor, evidence) || supervises(actor, evidence)
      : reads(actor, evidence),
  'completion.record': (actor: Actor) => learns(actor),
  'completion.view': (actor: Actor, completion: Owned) => reads(actor, completion),
  'completion.edit': (actor: Actor, completion: Submission) =>
    owns(actor, completion) && ['returned', 'withdrawn'].includes(completion.status),
  'claim.edit': (actor: Actor, claimed: { memberId: string }) => owns(actor, claimed),
  'goal.set': (actor: Actor) => learns(actor),
  'goal.view': (actor: Actor, goal: Owned) => reads(actor, goal),
  'goal.edit': (actor: Actor, goal: Owned) => owns(actor, goal),
  'award.record': (actor: Actor) => learns(actor),
  'award.view': (actor: Actor, award: Owned) => reads(actor, award),
  'award.edit': (actor: Actor, award: Award) =>
    owns(actor, award) &&
    !award.isWaiting &&
    ['not_verified', 'withdrawn'].includes(award.verification),
  'license.add': (actor: Actor) => learns(actor),
  'license.view': (actor: Actor, license: License) =>
    owns(actor, license) || is(actor, 'administrator', 'auditor'),
  'license.number': (actor: Actor, license: License) =>
    owns(actor, license) || is(actor, 'administrator'),
  'license.edit': (actor: Actor, license: License) =>
    owns(actor, license) || is(actor, 'administrator'),
  'license.health': (actor: Actor, member: Staff & { sharesLicenseHealth: boolean }) =>
    member.id === actor.id ||
    is(actor, 'administrator', 'auditor') ||
    (member.sharesLicenseHealth && supervisesMember(actor, member)),
  'license.list': (actor: Actor) => is(actor, 'administrator', 'auditor'),
  'license.import': (actor: Actor) => is(actor, 'administrator'),
  'renewal.list': (actor: Actor) => is(actor, 'administrator', 'auditor'),
  'overlay.edit': (actor: Actor) => is(actor, 'administrator'),
  'use.view': (actor: Actor, use: { memberId: string }) =>
    owns(actor, use) || is(actor, 'administrator', 'auditor'),
  'use.record': (actor: Actor, use: { memberId: string }) =>
    owns(actor, use) || is(actor, 'administrator'),
  'submission.view': (actor: Actor, submission: Submission) => reads(actor, submission),
  'submission.decide': (actor: Actor, submission: Submission) =>
    submission.status === 'waiting' && mayDecide(actor, submission),
  'submission.reopen': (actor: Actor, submission: Submission) =>
    ['approved', 'denied'].includes(submission.status) && mayDecide(actor, submission),
  'submission.withdraw': (actor: Actor, submission: Submission) =>
    owns(actor, submission) && submission.status === 'waiting',
  'queue.view': (actor: Actor) => is(actor, 'principal', 'administrator'),
  'staff.list': (actor: Actor) => is(actor, 'principal', 'administrator', 'auditor'),
  'record.view': (actor: Actor, member: Staff) =>
    member.id === actor.id ||
    is(actor, 'administrator', 'auditor') ||
    supervisesMember(actor, member),
  'record.list': (actor: Actor) => is(actor, 'administrator', 'auditor'),
  'record.import': (actor: Actor) => learns(actor),
  'readiness.view': (actor: Actor) =>
    is(actor, 'principal', 'coordinator', 'administrator', 'auditor'),
  'readiness.of': (actor: Actor, organization: { organizationId: string }) =>
    supervises(actor, organization) || is(actor, 'coordinator', 'administrator', 'auditor'),
  'pathway.join': (actor: Actor) => learns(actor),
  'pathway.view': (actor: Actor) => is(actor, 'coordinator', 'administrator', 'auditor'),
  'pathway.build': (actor: Actor) => is(actor, 'coordinator', 'administrator'),
  'pathway.preview': (actor: Actor, version: Shared) =>
    isAsked(actor, version) || is(actor, 'coordinator', 'administrator', 'auditor'),
  'pathway.comment': (actor: Actor, version: Shared) =>
    isAsked(actor, version) || is(actor, 'coordinator', 'administrator'),
  'comment.take_back': (actor: Actor, comment: { memberId: string }) => owns(actor, comment),
  'pathway.assign': (actor: Actor) => is(actor, 'coordinator', 'administrator'),
  'mandate.view': (actor: Actor) => is(actor, 'coordinator', 'administrator', 'auditor'),
  'mandate.edit': (actor: Actor) => is(actor, 'coordinator', 'administrator'),
  'catalog.edit': (actor: Actor) => is(actor, 'coordinator', 'administrator'),
  'report.view': (actor: Actor) => mayReport(actor),
  'report.exact': (actor: Actor) => is(actor, 'administrator', 'auditor'),
  'saved_report.view': (actor: Actor, saved: SavedReport) =>
    mayReport(actor) && (owns(actor, saved) || saved.isShared),
  'saved_report.edit': (actor: Actor, saved: { memberId: string }) =>
    mayReport(actor) && owns(actor, saved),
  'report.freeze': (actor: Actor) => is(actor, 'coordinator', 'administrator'),
  'report.publish': (actor: Actor) => is(actor, 'coordinator', 'administrator'),
  'state_file.view': (actor: Actor) => is(actor, 'administrator', 'auditor'),
  'state_file.make': (actor: Actor) => is(actor, 'administrator'),
  'retention.view': (actor: Actor) => is(actor, 'administrator', 'auditor'),
  'retention.edit': (actor: Actor) => is(actor, 'administrator'),
  'hold.place': (actor: Actor) => is(actor, 'administrator'),
  'people.list': (actor: Actor) => is(actor, 'coordinator', 'administrator', 'auditor'),
  'member.invite': (actor: Actor) => is(actor, 'administrator'),
  'affiliation.edit': (actor: Actor) => is(actor, 'administrator'),
  'roster.import': (actor: Actor) => is(actor, 'administrator'),
  'settings.edit': (actor: Actor) => is(actor, 'administrator'),
  'outbox.view': (actor: Actor) => is(actor, 'administrator'),
}

/** Everything somebody may or may not do; the only place that knows roles. */
export type Permission = keyof typeof rules
type Subject<P extends Permission> =
  Parameters<(typeof rules)[P]> extends [Actor, ...infer S] ? S : never

/** All permissions, in the order of the glossary. */
export const permissions = Object.keys(rules) as Permission[]

/** Whether the actor may do it. */
export function can<P extends Permission>(actor: Actor, permission: P, ...subject: Subject<P>) {
  const rule: (actor: Actor, ...subject: never) => boolean = rules[permission]
  return rule(actor, ...(subject as never))
}

/** @throws Forbidden when the actor may not do it */
export function authorize<P extends Permission>(
  actor: Actor,
  permission: P,
  ...subject: Subject<P>
) {
  if (!can(actor, permission, ...subject)) throw new Forbidden(`Not permitted: ${permission}.`)
}

/** Whether the actor sees the records of all members of the district, not only of some schools. */
export const seesWholeDistrict = (actor: Actor) => is(actor, 'administrator', 'auditor')

/** Whether the actor may decide on anybody's submissions. */
export const decidesForWholeDistrict = (actor: Actor) => is(actor, 'administrator')

const wasSent = ({ status }: Activity) => status !== 'draft' && status !== 'withdrawn'
