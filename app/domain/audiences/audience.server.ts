import {
  and,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  notInArray,
  or,
  type SQL,
  startsWith,
} from '#db/query.server'
import {
  affiliations,
  enrollments,
  licenses,
  members,
  memberSubjects,
  organizations,
  peopleListMembers,
} from '#db/schema'
import { NotFound } from '../errors'
import { wasOfGradeBand } from '../bands/keeping.server'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'
import { type Audience, type Condition, conditionsOf, hiringSpan, rolesOf } from './audience'
import { heldOn } from './held.server'
import { LEARNING_ROLES } from './roles'

/**
 * The condition that picks the members an audience is for, as `fits` says it in memory.
 *
 * @throws NotFound when an organization is not one of the district
 */
export async function audienceOf(scope: Scope, rule: Audience) {
  return ruleCondition(scope, rule, await pathsOf(scope, [rule]), false)
}

/**
 * As `audienceOf`, with those whose day of hire is not known and would decide it.
 *
 * @throws NotFound when an organization is not one of the district
 */
export async function possibleAudienceOf(scope: Scope, rule: Audience) {
  return ruleCondition(scope, rule, await pathsOf(scope, [rule]), true)
}

/** How many people an audience is for today. @throws NotFound */
export async function countAudience(scope: Scope, rule: Audience) {
  return scope.db.count(members, await audienceOf(scope, rule))
}

/**
 * The condition that picks the affiliations by which an audience is for somebody, in a query over
 * `affiliations` joined with `organizations`: where a block says where its people work, only what they
 * do there counts; where it names two places, what they do at either.
 *
 * @param scope its day is the one asked about
 * @throws NotFound when an organization is not one of the district
 */
export async function audienceByPlace(scope: Scope, rule: Audience): Promise<SQL> {
  const paths = await pathsOf(scope, [rule])
  const inCondition = (condition: SQL | undefined) =>
    inArray(
      affiliations.memberId,
      scope.db.select({ id: members.id }).from(members).where(condition),
    )
  const blocks = rule.any.map((block) => {
    const places = block.filter((each) => each.kind === 'works').filter(({ not }) => !not)
    return and(
      ...block.map((condition) =>
        condition.kind === 'works' && places.length === 1 && places.includes(condition)
          ? condition.subjects.length > 0
            ? inCondition(teaches(scope, condition.subjects))
            : undefined
          : inCondition(conditionSql(scope, condition, paths, false)),
      ),
      or(...places.map((condition) => placeSql(scope, condition, paths))),
    )
  })
  return and(
    holdsOn(scope.today),
    inArray(affiliations.role, LEARNING_ROLES),
    or(...blocks) ?? isNull(affiliations.id),
    rule.except.length > 0 ? notInArray(affiliations.memberId, rule.except) : undefined,
  )!
}

type Paths = Map<string, string>

async function pathsOf(scope: Scope, rules: Audience[]): Promise<Paths> {
  const ids = [...new Set(conditionsOf(rules, 'works').map((each) => each.organizationId))]
  if (ids.length === 0) return new Map()
  const rows = await scope.db
    .select({ id: organizations.id, path: organizations.path })
    .from(organizations)
    .where(inArray(organizations.id, ids))
  if (rows.length < ids.length) throw new NotFound('No organization.')
  return new Map(rows.map(({ id, path }) => [id, path]))
}

function ruleCondition(scope: Scope, rule: Audience, paths: Paths, isGenerous: boolean): SQL {
  const blocks = rule.any.map((block) =>
    and(
      block.some((condition) => condition.kind === 'works' && !condition.not)
        ? undefined
        : inArray(members.id, affiliated(scope, inArray(affiliations.role, LEARNING_ROLES))),
      ...block.map((condition) => conditionSql(scope, condition, paths, isGenerous)),
    ),
  )
  const excepted = rule.except.length > 0 ? notInArray(members.id, rule.except) : undefined
  return and(or(...blocks) ?? isNull(members.id), excepted)!
}

function conditionSql(
  scope: Scope,
  condition: Condition,
  paths: Paths,
  isGenerous: boolean,
): SQL | undefined {
  if (condition.kind === 'hired' || condition.kind === 'service') {
    const { from, until } = hiringSpan(condition, scope.today)
    const span = and(
      isNotNull(members.hiredOn),
      from === null ? undefined : gte(members.hiredOn, from),
      until === null ? undefined : lte(members.hiredOn, until),
    )
    return isGenerous ? or(isNull(members.hiredOn), span) : span
  }
  const holds = membersWith(scope, condition, paths)
  return condition.not ? not(holds) : holds
}

function membersWith(
  scope: Scope,
  condition: Exclude<Condition, { kind: 'hired' | 'service' }>,
  paths: Paths,
): SQL {
  switch (condition.kind) {
    case 'works':
      return worksSo(scope, condition, paths)
    case 'pathway':
      return inArray(
        members.id,
        scope.db
          .select({ memberId: enrollments.memberId })
          .from(enrollments)
          .where(and(eq(enrollments.pathwayId, condition.pathwayId), stateSql(scope, condition))),
      )
    case 'license':
      return inArray(
        members.id,
        scope.db
          .select({ memberId: licenses.memberId })
          .from(licenses)
          .where(
            and(
              isValidLicense(scope),
              condition.jurisdiction === null
                ? undefined
                : eq(licenses.jurisdiction, condition.jurisdiction),
              condition.license === null ? undefined : eq(licenses.kind, condition.license),
            ),
          ),
      )
    case 'people':
      return inArray(members.id, condition.memberIds)
    case 'list':
      return inArray(
        members.id,
        scope.db
          .select({ memberId: peopleListMembers.memberId })
          .from(peopleListMembers)
          .where(
            and(
              eq(peopleListMembers.listId, condition.listId),
              heldOn(peopleListMembers, scope.today),
            ),
          ),
      )
  }
}

type Works = Extract<Condition, { kind: 'works' }>

function worksSo(scope: Scope, condition: Works, paths: Paths): SQL {
  const works = inArray(members.id, affiliated(scope, placeSql(scope, condition, paths)))
  const { subjects } = condition
  return subjects.length === 0 ? works : and(works, teaches(scope, subjects))!
}

const placeSql = (scope: Scope, condition: Works, paths: Paths) =>
  and(
    startsWith(organizations.path, paths.get(condition.organizationId)!),
    inArray(affiliations.role, rolesOf(condition)),
    condition.gradeBands.length > 0
      ? wasOfGradeBand(scope, scope.today, condition.gradeBands)
      : undefined,
  )

const teaches = (scope: Scope, subjects: string[]) =>
  inArray(
    members.id,
    scope.db
      .select({ memberId: memberSubjects.memberId })
      .from(memberSubjects)
      .where(and(inArray(memberSubjects.subject, subjects), heldOn(memberSubjects, scope.today))),
  )

const affiliated = (scope: Scope, condition: SQL | undefined) =>
  scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(holdsOn(scope.today), condition))

function stateSql(scope: Scope, { state }: Extract<Condition, { kind: 'pathway' }>) {
  const completed = lte(enrollments.completedOn, scope.today)
  if (state === 'under_way')
    return and(
      lte(enrollments.enrolledOn, scope.today),
      or(isNull(enrollments.completedOn), gt(enrollments.completedOn, scope.today)),
      or(isNull(enrollments.endedOn), gt(enrollments.endedOn, scope.today)),
    )
  if (state === 'completed') return completed
  return and(completed, or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, scope.today)))
}

/** A license that is valid on the day of the scope: neither withdrawn nor expired by then. */
export const isValidLicense = (scope: Scope) =>
  and(
    or(isNull(licenses.withdrawnOn), gt(licenses.withdrawnOn, scope.today)),
    or(isNull(licenses.expiresOn), gte(licenses.expiresOn, scope.today)),
  )
