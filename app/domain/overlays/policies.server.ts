import { countDistinct, isNull } from '#db/query.server'
import { cycles } from '#db/schema'
import { addDays, dayIn } from '../calendar'
import { NotFound } from '../errors'
import { conversionRule } from '../evaluation/deciding'
import { authorize } from '../policy'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { openConversions, openFigures } from '../rule-sets/open-figures'
import { creditOf, type Overlay, withOverlay } from '../rule-sets/overlay'
import type { RuleSet } from '../rule-sets/rule-set'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { policyOf } from './addition'
import { listRevisions } from './overlays.server'
import { addsNothing, revisionOn } from './revisions'

/**
 * The rule sets that judge somebody here today, with what the district asks beyond each, now and from a day
 * to come.
 *
 * @throws Forbidden
 */
export async function listPolicies(scope: Scope) {
  authorize(scope.actor, 'overlay.edit')
  const inUse = await scope.db
    .select({ id: cycles.ruleSetId, people: countDistinct(cycles.memberId) })
    .from(cycles)
    .where(isNull(cycles.closedOn))
    .groupBy(cycles.ruleSetId)
  const people = new Map(inUse.map((row) => [row.id, row.people]))
  const ruleSets = shippedRuleSets().filter(({ id }) => people.has(id))
  const saved = await listRevisions(
    scope,
    ruleSets.map(({ id }) => id),
  )
  return ruleSets.map((ruleSet) => ({
    id: ruleSet.id,
    name: ruleSet.name,
    place: jurisdictionName(ruleSet.jurisdiction),
    people: people.get(ruleSet.id) ?? 0,
    open: openFigures(ruleSet).length + openConversions(ruleSet).length,
    ...standing(
      scope,
      ruleSet,
      saved.filter(({ ruleSetId }) => ruleSetId === ruleSet.id),
    ),
  }))
}

type Revisions = Awaited<ReturnType<typeof listRevisions>>

/** What holds today, what comes, and all there was. */
function standing(scope: Scope, ruleSet: RuleSet, revisions: Revisions) {
  const shown = revisions.map(({ overlay, ...revision }) => ({
    revision: revision.revision,
    startsOn: revision.startsOn,
    savedBy: revision.savedBy,
    savedOn: dayIn(scope.district.timeZone, revision.savedAt),
    addsNothing: addsNothing(overlay),
    asks: asksOf(ruleSet, overlay),
  }))
  const now = revisions[0] && revisionOn(revisions, revisions[0].ruleSetId, scope.today)
  const current = shown.find(({ revision }) => revision === now?.revision) ?? null
  const [latest] = shown
  return {
    current: current?.addsNothing ? null : current,
    next: latest && latest.startsOn > scope.today ? latest : null,
    revisions: shown,
  }
}

/** All that an overlay says, in the words that educators read: its rules, then the figures it sets. */
function asksOf(ruleSet: RuleSet, overlay: Overlay) {
  const { rules, conversions } = withOverlay(ruleSet, overlay)
  const set = new Set(overlay.figures.map(({ rule }) => rule))
  const worth = new Set(overlay.conversions?.map(creditOf))
  return [
    ...overlay.rules.map(({ label }) => label),
    ...rules.filter(({ id }) => set.has(id)).map(({ label }) => label),
    ...conversions
      .filter((it) => worth.has(creditOf(it)))
      .map((it) => conversionRule(it, ruleSet).label),
  ]
}

/**
 * What the form about one rule set begins with: the latest revision, and what can be chosen.
 *
 * @throws Forbidden
 * @throws NotFound when no such rule set comes with the product
 */
export async function openPolicyForm(scope: Scope, ruleSetId: string) {
  authorize(scope.actor, 'overlay.edit')
  const ruleSet = shippedById(ruleSetId)
  const [latest] = await listRevisions(scope, [ruleSetId])
  const tomorrow = addDays(scope.today, 1)
  return {
    ruleSet: {
      id: ruleSet.id,
      name: ruleSet.name,
      place: jurisdictionName(ruleSet.jurisdiction),
      unit: ruleSet.unit,
    },
    version: latest?.revision ?? 0,
    policy: {
      startsOn: latest && latest.startsOn > tomorrow ? latest.startsOn : tomorrow,
      ...policyOf(latest?.overlay),
    },
    earliest: tomorrow,
    categories: ruleSet.categories.map(({ code, label }) => ({ value: code, label })),
    figures: openFigures(ruleSet).map(({ id, label, note }) => ({ rule: id, label, note })),
    conversions: openConversions(ruleSet).map(({ from, level, note }) => ({ from, level, note })),
  }
}

export type PolicyForm = Awaited<ReturnType<typeof openPolicyForm>>

/** The rule set of an id, as it comes with the product. @throws NotFound */
export function shippedById(id: string): RuleSet {
  const ruleSet = shippedRuleSets().find((it) => it.id === id)
  if (!ruleSet) throw new NotFound('No rule set.')
  return ruleSet
}
