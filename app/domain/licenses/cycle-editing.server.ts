import { and, eq, inArray } from '#db/query.server'
import { cycleFacts, cycles } from '#db/schema'
import { newId } from '#db/id'
import type { CycleFactKind } from '#db/words'
import { Conflict, Invalid } from '../errors'
import { authorize } from '../policy'
import type { RuleSet } from '../rule-sets/rule-set'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope, WriteScope } from '../scope.server'
import { changedElsewhere } from './changing.server'
import { factChoices } from './choices'
import { checkDays, checkExtension } from './cycle-checks'
import { earnUntil } from './cycle-dates'
import { type Cycle, getCycle } from './cycles.server'
import type { CycleInput, ExtensionInput, RulesInput } from './inputs.server'
import { pin } from './opening.server'

/**
 * A cycle to be changed.
 *
 * @throws NotFound when there is none that the actor may see
 * @throws Forbidden
 * @throws Conflict when it is closed
 */
export async function requireOpenCycle(scope: Scope, id: string) {
  const cycle = await getCycle(scope, id)
  authorize(scope.actor, 'license.edit', cycle)
  if (cycle.closedOn) {
    throw new Conflict('This cycle is closed: it stays as it was when the license was renewed.')
  }
  return cycle
}

/**
 * Changes the days of a cycle and what holds for the educator in it.
 *
 * @throws Invalid when the days cannot be right, or the rules do not know a fact
 * @throws Conflict when it was changed elsewhere, or is closed
 * @throws Forbidden · NotFound
 */
export async function editCycle(scope: WriteScope, id: string, input: CycleInput) {
  const cycle = await requireOpenCycle(scope, id)
  const { version, facts, metOnce, ...given } = input
  checkDays(scope, given)
  const isMoved = given.endsOn !== cycle.endsOn
  const earnUntilOn = isMoved ? earnUntil(cycle.ruleSet.cycle, given.endsOn) : cycle.earnUntilOn
  await save(scope, id, version, { ...given, earnUntilOn })
  await scope.record('cycle.edited', id, {
    before: { startsOn: cycle.startsOn, endsOn: cycle.endsOn },
    startsOn: given.startsOn,
    endsOn: given.endsOn,
  })
  await setCodes(scope, cycle, 'fact', facts)
  await setCodes(scope, cycle, 'met_once', metOnce)
}

/**
 * Extends a cycle, or takes its extension back.
 *
 * @throws Invalid when the day is not after the cycle's last
 * @throws Conflict when it was changed elsewhere, or is closed
 * @throws Forbidden · NotFound
 */
export async function extendCycle(scope: WriteScope, id: string, input: ExtensionInput) {
  const cycle = await requireOpenCycle(scope, id)
  const { extendedToOn = null, reason } = input
  if (extendedToOn !== null) checkExtension(cycle, extendedToOn)
  const extensionReason = extendedToOn === null ? null : (reason ?? null)
  await save(scope, id, input.version, { extendedToOn, extensionReason })
  const before = { extendedToOn: cycle.extendedToOn, reason: cycle.extensionReason }
  await scope.record('cycle.extended', id, { before, extendedToOn, reason: extensionReason })
}

/**
 * Judges an open cycle by another version of its state's rules. The event keeps the one it had.
 *
 * @throws Invalid when the state has no such version
 * @throws Conflict when it was changed elsewhere, or is closed: a closed cycle keeps its rules
 * @throws Forbidden · NotFound
 */
export async function repinCycle(scope: WriteScope, id: string, input: RulesInput) {
  const cycle = await requireOpenCycle(scope, id)
  const ruleSet = versionsFor(cycle).find(
    (it) => it.id === input.ruleSet.id && it.revision === input.ruleSet.revision,
  )
  if (!ruleSet) throw new Invalid('ruleSet', 'There is no such version of the rules.')
  await save(scope, id, input.version, {})
  if (ruleSet.id === cycle.ruleSetId && ruleSet.revision === cycle.ruleSetRevision) return
  await pin(scope, cycle, ruleSet)
}

/** The versions of its state's rules that a cycle may be judged by; the last is the newest. */
export const versionsFor = ({ jurisdiction }: { jurisdiction: string }): readonly RuleSet[] =>
  shippedRuleSets().filter((it) => it.jurisdiction === jurisdiction)

/** Notes a change, if the form was opened with the cycle as it is. @throws Conflict */
export async function save(
  scope: WriteScope,
  id: string,
  version: number,
  values: Partial<Omit<typeof cycles.$inferInsert, 'districtId'>>,
) {
  const saved = await scope.db
    .update(cycles)
    .set({ ...values, version: version + 1, updatedAt: scope.now })
    .where(and(eq(cycles.id, id), eq(cycles.version, version)))
    .returning({ id: cycles.id })
  if (saved.length === 0) throw changedElsewhere('cycle')
}

/** Makes these the codes of a kind that hold; those that held already keep their day. */
async function setCodes(scope: WriteScope, cycle: Cycle, kind: CycleFactKind, codes: string[]) {
  const choices = factChoices(cycle.ruleSet)
  const known = kind === 'fact' ? choices.facts : choices.metOnce
  const unknown = codes.find((code) => !known.some((it) => it.code === code))
  if (unknown) {
    throw new Invalid(kind === 'fact' ? 'facts' : 'metOnce', `The rules know no “${unknown}”.`)
  }
  const held = cycle.facts.filter((fact) => fact.kind === kind)
  const gone = held.filter(
    ({ code }) => !codes.includes(code) && known.some((it) => it.code === code),
  )
  const fresh = [...new Set(codes)].filter((code) => held.every((fact) => fact.code !== code))
  if (gone.length > 0) {
    const ids = gone.map((fact) => fact.id)
    await scope.db.delete(cycleFacts).where(inArray(cycleFacts.id, ids))
  }
  if (fresh.length > 0) {
    await scope.db.insert(cycleFacts).values(
      fresh.map((code) => ({
        id: newId(),
        cycleId: cycle.id,
        kind,
        code,
        heldOn: scope.today,
        recordedById: scope.actor.id || null,
        createdAt: scope.now,
      })),
    )
  }
  for (const { code } of gone) await scope.record('cycle.fact_removed', cycle.id, { kind, code })
  for (const code of fresh) await scope.record('cycle.fact_recorded', cycle.id, { kind, code })
}
