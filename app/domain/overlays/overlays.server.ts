import { asc, eq, inArray } from '#db/query.server'
import { members, overlays } from '#db/schema'
import type { Day } from '../calendar'
import { fullName } from '../people/name'
import { type Overlay, overlayFaults } from '../rule-sets/overlay'
import { overlay } from '../rule-sets/overlay.server'
import type { RuleSet } from '../rule-sets/rule-set'
import type { Scope } from '../scope.server'
import { addsNothing, revisionOn, type Revision } from './revisions'

/** What the district asks beyond some rules on a day; undefined where it asks nothing. */
export type OverlayOn = (ruleSet: RuleSet, day: Day) => Overlay | undefined

/**
 * What the district asks, for every version of the rules and every day. An overlay that does not fit the
 * revision of the rules a cycle is pinned to, such as one that lacks its category, adds nothing to it.
 */
export async function overlaysOf(scope: Scope): Promise<OverlayOn> {
  const rows = await scope.db
    .select({
      ruleSetId: overlays.ruleSetId,
      revision: overlays.revision,
      startsOn: overlays.startsOn,
      content: overlays.content,
    })
    .from(overlays)
    .orderBy(asc(overlays.ruleSetId), asc(overlays.revision))
  return choosing(rows.map(readRevision))
}

/** Like `overlaysOf`, as if one more revision of an overlay held already. */
export const trying =
  (tried: Overlay, others: OverlayOn): OverlayOn =>
  (ruleSet, day) =>
    ruleSet.id === tried.ruleSet ? fitting(tried, ruleSet) : others(ruleSet, day)

/** Every revision of what is asked beyond rule sets, the latest first, with who saved it. */
export async function listRevisions(scope: Scope, ruleSetIds: string[]) {
  const rows = await scope.db
    .select({
      ruleSetId: overlays.ruleSetId,
      revision: overlays.revision,
      startsOn: overlays.startsOn,
      content: overlays.content,
      savedAt: overlays.savedAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(overlays)
    .innerJoin(members, eq(members.id, overlays.savedById))
    .where(inArray(overlays.ruleSetId, ruleSetIds))
    .orderBy(asc(overlays.ruleSetId), asc(overlays.revision))
  return rows
    .map(({ savedAt, givenName, familyName, ...row }) => ({
      ...readRevision(row),
      savedAt,
      savedBy: fullName({ givenName, familyName }),
    }))
    .toReversed()
}

type Row = Omit<Revision, 'overlay'> & { content: string }

const readRevision = ({ content, ...row }: Row): Revision => ({
  ...row,
  overlay: overlay.parse(JSON.parse(content)),
})

/** Rules are compared with an overlay once, however many cycles they judge. */
function choosing(revisions: readonly Revision[]): OverlayOn {
  const known = new Map<Overlay, WeakMap<RuleSet, Overlay | undefined>>()
  return (ruleSet, day) => {
    const found = revisionOn(revisions, ruleSet.id, day)?.overlay
    if (!found) return undefined
    const fits = known.get(found) ?? new WeakMap<RuleSet, Overlay | undefined>()
    known.set(found, fits)
    if (!fits.has(ruleSet)) fits.set(ruleSet, fitting(found, ruleSet))
    return fits.get(ruleSet)
  }
}

const fitting = (overlay: Overlay, ruleSet: RuleSet) =>
  addsNothing(overlay) || overlayFaults(ruleSet, overlay).length > 0 ? undefined : overlay
