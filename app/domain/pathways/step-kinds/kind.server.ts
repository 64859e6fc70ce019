import { and, eq, inArray, inArrayUnindexed, type TenantColumn } from '#db/query.server'
import { submissions } from '#db/schema'
import type { Strength } from '#db/words'
import type { z } from 'zod'
import type { Scope } from '../../scope.server'
import type { Pending } from '../pending'
import { isWaiting } from '../../reviews/waiting.server'
import type { Ask, Fact, Source } from './kind'

/** An ask, and the step that asks for it. */
export type Asked = { stepKey: string; ask: Ask }

/**
 * What stands behind a row: a proof that is so strong, of which there may be several, or other rows, on all
 * of which it rests. A row without either is somebody's word.
 */
export type Behind = { id: string | null; strength: Strength } | { id: string; rests: Source[] }

export type MemberFact = Fact & { memberId: string }

/** What a kind of step needs the database for. */
export type KindOnServer<Fields extends z.ZodObject> = {
  /** What its form sends. */
  fields: Fields
  /**
   * What is asked for, and what a step is called that has no name of its own.
   *
   * @throws Invalid when the catalog does not hold it
   */
  read(scope: Scope, input: z.output<Fields>): Promise<{ ask: Ask; title: string }>
  /**
   * What some members have to show, in as many queries however many members there are.
   *
   * @param memberIds at most 400
   */
  facts(scope: Scope, memberIds: string[], asked: Asked[]): Promise<MemberFact[]>
  /**
   * Who has anything that could count: it may name more than have something that counts, never fewer.
   *
   * @param memberIds at most 400, or null for everybody
   */
  holders(
    scope: Scope,
    asked: Asked[],
    memberIds: string[] | null,
  ): PromiseLike<{ memberId: string }[]>
  /** What the actor has sent that is not counted yet, with the key of the step it is for. */
  pending(scope: Scope, asked: Asked[]): Promise<(readonly [string, Pending])[]>
  /** Those of some rows that count at present. @param ids of rows of this kind only */
  counting(scope: Scope, ids: string[]): PromiseLike<{ id: string }[]>
  /** What stands behind some rows that count. @param ids of rows of this kind only */
  proofs(scope: Scope, ids: string[]): PromiseLike<Behind[]>
  /** What the rows that count are called. @param ids of rows of this kind only */
  titles(scope: Scope, ids: string[]): Promise<{ id: string; title: string }[]>
}

/** What is read of what waits, for `Pending`. */
export const sent = {
  submissionId: submissions.id,
  status: submissions.status,
  submittedAt: submissions.submittedAt,
  reopenedAt: submissions.reopenedAt,
  dueOn: submissions.dueOn,
  minutes: submissions.minutes,
}

export const undecided: Pick<Pending, 'by' | 'reason' | 'found'> & { status: 'waiting' } = {
  status: 'waiting',
  by: null,
  reason: null,
  found: [],
}

/**
 * The condition that picks what some members, or all where they are null, have of some things. Few members
 * are looked up one by one, whatever the things; everybody by the things.
 */
export const heldBy = (
  memberIds: string[] | null,
  memberId: TenantColumn,
  thing: TenantColumn,
  things: string[],
) =>
  memberIds === null
    ? inArray(thing, things)
    : and(inArray(memberId, memberIds), inArrayUnindexed(thing, things))

/** The condition that picks what the actor has sent and nobody has decided on. */
export const waitingOf = (scope: Scope) => and(eq(submissions.memberId, scope.actor.id), isWaiting)

/** The different values of a column of the asks. */
export const valuesOf = <T>(asked: Asked[], value: (ask: Ask) => T | null) => [
  ...new Set(asked.map(({ ask }) => value(ask)).filter((it) => it !== null)),
]

/** Each row with the key of every step that asks for what it is about. */
export const toSteps = <Row extends Pending>(
  asked: Asked[],
  rows: Row[],
  fits: (ask: Ask, row: Row) => boolean,
) =>
  asked.flatMap(({ stepKey, ask }) =>
    rows.filter((row) => fits(ask, row)).map((row) => [stepKey, row] as const),
  )

/** What a fact has nothing of. */
export const plain = { until: null, about: null, competencies: [], minutes: 0, goalKind: null }
