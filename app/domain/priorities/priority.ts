import type { PriorityOwner } from '#db/words'

/** Whose priorities there are, in the order in which reports tell them. */
export const OWNERS = ['state', 'district'] as const satisfies PriorityOwner[]

/** Whose a priority is, in words. */
export const OWNER_WORDS: Record<PriorityOwner, string> = {
  state: 'State',
  district: 'District',
}

export const MAX_PRIORITY_NAME = 120
export const MAX_PRIORITY_TEXT = 400
/** How many can be in use at once: as many as one can choose from. */
export const MAX_PRIORITIES = 50
/** How many school years ahead one can be planned. */
export const MAX_YEARS_APART = 20

/** What a goal can serve, as it is chosen and told. */
export type Priority = { id: string; name: string; owner: PriorityOwner }

/** Stands for none where goals are told by priority. */
export const NO_PRIORITY = 'none'

/** What a priority is called beside those of others: “State: Early literacy”. */
export const priorityName = ({ name, owner }: Pick<Priority, 'name' | 'owner'>) =>
  `${OWNER_WORDS[owner]}: ${name}`

/** Priorities under whose they are, the state’s first; an owner without any is left out. */
export const byOwner = <P extends { owner: PriorityOwner }>(all: readonly P[]) =>
  OWNERS.map((owner) => ({
    owner,
    priorities: all.filter((priority) => priority.owner === owner),
  })).filter(({ priorities }) => priorities.length > 0)

/** Whether goals can choose a priority in a school year. */
export const isInForce = (
  priority: { fromYear: number; untilYear: number | null; isRetired: boolean },
  schoolYear: number,
) =>
  !priority.isRetired &&
  priority.fromYear <= schoolYear &&
  (priority.untilYear === null || schoolYear <= priority.untilYear)
