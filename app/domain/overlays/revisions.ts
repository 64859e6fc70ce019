import type { Day } from '../calendar'
import type { Overlay } from '../rule-sets/overlay'

/** What the district asked beyond a rule set, as it was saved once. */
export type Revision = { ruleSetId: string; revision: number; startsOn: Day; overlay: Overlay }

/** The revision that holds on a day: the latest that was saved among those that have started. */
export const revisionOn = <R extends Revision>(
  revisions: readonly R[],
  ruleSetId: string,
  day: Day,
): R | undefined =>
  revisions
    .filter((it) => it.ruleSetId === ruleSetId && it.startsOn <= day)
    .toSorted((a, b) => a.revision - b.revision)
    .at(-1)

/** Whether an overlay leaves the state's rules as they are, as the last one does when nothing more is asked. */
export const addsNothing = ({ rules, categories, figures, conversions = [] }: Overlay) =>
  rules.length + categories.length + figures.length + conversions.length === 0
