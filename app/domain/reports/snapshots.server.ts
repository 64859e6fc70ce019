import { createHash } from 'node:crypto'
import { newLongId } from '#db/id'
import { desc, eq } from '#db/query.server'
import { members, snapshots } from '#db/schema'
import { dayIn } from '../calendar'
import { Invalid, NotFound } from '../errors'
import { pageOf, pageWithin, window } from '../listing'
import { fullName } from '../people/name'
import { authorize, can } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import { type Difference, differencesBetween } from './comparing'
import type { SnapshotInput } from './inputs.server'
import {
  type ExactReport,
  figuresWithYardstick,
  openExactReport,
  openReport,
  tellFrozen,
} from './report.server'
import { figureName } from './rules.server'
import { SECTIONS, type SectionKey } from './sections/index.server'

/**
 * Freezes the report of the district as of a day, under a name. What is known later changes nothing in
 * it: the text and its hash are kept, and the database refuses to change them.
 *
 * @throws Forbidden
 * @throws Invalid when the name is taken, or the day is none or still to come
 */
export async function freezeReport(scope: WriteScope, { id, name, asOf, note }: SnapshotInput) {
  authorize(scope.actor, 'report.freeze')
  if ((await scope.db.count(snapshots, eq(snapshots.id, id))) > 0) return
  if ((await scope.db.count(snapshots, eq(snapshots.name, name))) > 0) {
    throw new Invalid('name', 'Another snapshot is called so. Give this one a name of its own.')
  }
  const content = JSON.stringify(await openExactReport(scope, { asOf }))
  const sha256 = hashOf(content)
  await scope.db
    .insert(snapshots)
    .values({
      id,
      name,
      note: note ?? null,
      asOf,
      content,
      sha256,
      frozenById: scope.actor.id,
      frozenAt: scope.now,
    })
    .catch(refuseTakenId('No such form.'))
  await scope.record('report.frozen', id, { name, asOf, sha256 })
}

const fields = {
  id: snapshots.id,
  name: snapshots.name,
  note: snapshots.note,
  asOf: snapshots.asOf,
  frozenAt: snapshots.frozenAt,
  givenName: members.givenName,
  familyName: members.familyName,
}

/** A page of the snapshots of the district, the latest reporting date first. @throws Forbidden */
export async function listSnapshots(scope: Scope, page: number) {
  authorize(scope.actor, 'report.view')
  const total = await scope.db.count(snapshots)
  const last = pageWithin(page, total)
  const { limit, offset } = window(last)
  const rows = await scope.db
    .select(fields)
    .from(snapshots)
    .innerJoin(members, eq(members.id, snapshots.frozenById))
    .where(undefined)
    .orderBy(desc(snapshots.asOf), desc(snapshots.id))
    .limit(limit)
    .offset(offset)
  return {
    snapshots: pageOf(rows.map(named), total, last),
    newId: newLongId(),
    today: scope.today,
    can: { freeze: can(scope.actor, 'report.freeze') },
  }
}

/**
 * A snapshot, and what would be different in it if it were frozen today: what was corrected since, also of
 * the yardstick it is measured by.
 *
 * @throws Forbidden · NotFound
 */
export async function openSnapshot(scope: Scope, id: string) {
  const { content, sha256, ...snapshot } = await requireSnapshot(scope, id)
  const report = tellFrozen(scope, JSON.parse(content) as ExactReport)
  const now = await openReport(scope, { asOf: snapshot.asOf })
  return {
    snapshot: {
      ...named(snapshot),
      frozenOn: dayIn(scope.district.timeZone, snapshot.frozenAt),
      isWhole: hashOf(content) === sha256,
      sha256: shownHash(scope, sha256),
    },
    report,
    differences: differencesBetween(figuresWithYardstick(report), figuresWithYardstick(now)).map(
      called,
    ),
    can: { readText: can(scope.actor, 'report.exact') },
  }
}

/** A difference as the report calls it: its section, and the name of the figure. */
const called = (difference: Difference) => ({
  ...difference,
  name: `${SECTIONS[difference.section as SectionKey].title} · ${figureName(difference)}`,
})

/** What was frozen, as the actor may see it, and who froze it. @throws Forbidden · NotFound */
export async function tellSnapshot(scope: Scope, id: string) {
  const { content, sha256, ...snapshot } = named(await requireSnapshot(scope, id))
  return {
    ...snapshot,
    sha256: shownHash(scope, sha256),
    report: tellFrozen(scope, JSON.parse(content) as ExactReport),
  }
}

/* The hash of exact numbers would say whether a guess at them is right, and whether any has changed. */
const shownHash = ({ actor }: Scope, sha256: string) => (can(actor, 'report.exact') ? sha256 : null)

/**
 * The frozen text itself, byte by byte as it was hashed.
 *
 * @throws Forbidden also where the actor may only see it rounded
 * @throws NotFound
 */
export async function readSnapshot(scope: Scope, id: string) {
  const snapshot = named(await requireSnapshot(scope, id))
  authorize(scope.actor, 'report.exact')
  return snapshot
}

/** What was frozen, to be published in the way in which anybody may see it. @throws Forbidden · NotFound */
export async function readToPublish(scope: Scope, id: string) {
  authorize(scope.actor, 'report.publish')
  const { content, sha256 } = await requireSnapshot(scope, id)
  return { report: JSON.parse(content) as ExactReport, sha256 }
}

/** How many snapshots one chooses from; the others are compared from their own pages. */
const CHOICES = 30

/** The latest snapshots by their reporting date, to choose one to compare with. @throws Forbidden */
export async function listSnapshotChoices(scope: Scope) {
  authorize(scope.actor, 'report.view')
  return scope.db
    .select({ id: snapshots.id, name: snapshots.name })
    .from(snapshots)
    .where(undefined)
    .orderBy(desc(snapshots.asOf), desc(snapshots.id))
    .limit(CHOICES)
}

async function requireSnapshot(scope: Scope, id: string) {
  authorize(scope.actor, 'report.view')
  const [row] = await scope.db
    .select({ ...fields, sha256: snapshots.sha256, content: snapshots.content })
    .from(snapshots)
    .innerJoin(members, eq(members.id, snapshots.frozenById))
    .where(eq(snapshots.id, id))
  if (!row) throw new NotFound('No snapshot.')
  return row
}

const named = <Row extends { givenName: string; familyName: string }>({
  givenName,
  familyName,
  ...row
}: Row) => ({ ...row, frozenBy: fullName({ givenName, familyName }) })

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')
