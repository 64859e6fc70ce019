import type { Audience, Condition, PathwayState } from '~/domain/audiences/audience'
import { LEARNING_ROLES } from '~/domain/audiences/roles'
import { addDays } from '~/domain/calendar'

/** Numbers that look random and are the same each time. */
export function chanceFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const below = (count: number) => Math.floor(next() * count)
  const among = <T>(items: readonly T[]) => items[below(items.length)]!
  const some = <T>(items: readonly T[], most: number) => [
    ...new Set(Array.from({ length: below(most + 1) }, () => among(items))),
  ]
  return { below, among, some, coin: (odds = 2) => below(odds) === 0 }
}

export type Chance = ReturnType<typeof chanceFrom>

/** What there is to ask about. */
export type Ground = {
  today: string
  organizationIds: string[]
  memberIds: string[]
  pathwayIds: string[]
  listIds: string[]
  subjects: string[]
}

export function randomRule(chance: Chance, ground: Ground): Audience {
  const blocks = 1 + chance.below(3)
  return {
    any: Array.from({ length: blocks }, () =>
      Array.from({ length: 1 + chance.below(3) }, () => randomCondition(chance, ground)),
    ),
    except: chance.some(ground.memberIds, 3),
  }
}

function randomCondition(chance: Chance, ground: Ground): Condition {
  const not = chance.coin(4)
  const day = () => addDays(ground.today, -chance.below(3000))
  const kinds = [
    'works',
    'works',
    'hired',
    'service',
    'pathway',
    'license',
    'people',
    'list',
  ] as const
  const kind = chance.among(kinds)
  switch (kind) {
    case 'works':
      return {
        kind,
        not,
        organizationId: chance.among(ground.organizationIds),
        roles: chance.some(LEARNING_ROLES, 2),
        gradeBands: chance.some(['elementary', 'middle', 'high'], 2),
        subjects: chance.coin(3) ? chance.some(ground.subjects, 2) : [],
      }
    case 'hired':
      return { kind, from: chance.coin() ? day() : null, until: chance.coin() ? day() : null }
    case 'service':
      return {
        kind,
        atLeast: chance.coin() ? chance.below(8) : null,
        lessThan: chance.coin() ? 1 + chance.below(8) : null,
      }
    case 'pathway':
      return {
        kind,
        not,
        pathwayId: chance.among(ground.pathwayIds),
        state: chance.among<PathwayState>(['under_way', 'completed', 'current']),
      }
    case 'license':
      return {
        kind,
        not,
        jurisdiction: chance.among([null, 'US-MA', 'US-OH']),
        license: chance.among([null, 'professional']),
      }
    case 'people':
      return { kind, not, memberIds: chance.some(ground.memberIds, 6) }
    case 'list':
      return { kind, not, listId: chance.among(ground.listIds) }
  }
}
