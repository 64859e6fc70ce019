import type { Audience, Condition } from '~/domain/audiences/audience'

/** A condition as it stands in a form: every value as it was typed. */
export type ConditionValues = { kind: Condition['kind'] } & Record<
  string,
  string | string[] | undefined
>

/** An audience as it stands in a form. */
export type AudienceValues = {
  any?: { all?: ConditionValues[] }[]
  except?: string
  adding?: string[] | string
}

/** What each kind of condition is called where one is added. */
export const CONDITION_KINDS: Record<Condition['kind'], string> = {
  works: 'Where they work, as what',
  hired: 'When they were hired',
  service: 'Years of service',
  pathway: 'How far they are on another pathway',
  license: 'A license they hold',
  people: 'Named people',
  list: 'A list of people',
}

/** An audience to begin with: the educators of a place. */
export const educatorsOf = (organizationId = ''): AudienceValues => ({
  any: [{ all: [{ kind: 'works', organizationId, roles: ['educator'] }] }],
})

const ACTS = ['add', 'remove', 'or'] as const

type Change = { act: (typeof ACTS)[number]; block: number; position: number }

/** What a button of the form asks for, such as `remove.0.1`; null for anything else. */
export function changeOf(text: unknown): Change | null {
  const [act, block = '0', position = '0'] = typeof text === 'string' ? text.split('.') : []
  const known = ACTS.find((each) => each === act)
  return known ? { act: known, block: Number(block) || 0, position: Number(position) || 0 } : null
}

/** The form with a condition or a part added, or a condition removed; an empty part goes. */
export function withChange<V extends AudienceValues>(values: V, change: Change): V {
  const blocks = (values.any ?? []).map(({ all }) => ({ all: [...(all ?? [])] }))
  const adding = [values.adding ?? []].flat()
  if (change.act === 'or') blocks.push({ all: [{ kind: 'works' }] })
  if (change.act === 'add') {
    const kind = Object.keys(CONDITION_KINDS).find((each) => each === adding[change.block])
    blocks[change.block]?.all.push({ kind: (kind ?? 'hired') as Condition['kind'] })
  }
  if (change.act === 'remove') blocks[change.block]?.all.splice(change.position, 1)
  return { ...values, any: blocks.filter(({ all }) => all.length > 0) }
}

/**
 * The form of an audience that is there.
 *
 * @param people how those whom it names are written, by their ids
 */
export function valuesOfAudience(
  { any, except }: Audience,
  people: Record<string, string>,
): AudienceValues {
  const named = (ids: string[]) => ids.map((id) => people[id] ?? '').join('\n')
  return {
    any: any.map((block) => ({
      all: block.map((condition) =>
        condition.kind === 'people'
          ? { kind: 'people', not: tick(condition.not), who: named(condition.memberIds) }
          : typed(condition),
      ),
    })),
    except: named(except),
  }
}

const tick = (isOn: boolean) => (isOn ? 'on' : undefined)

function typed(condition: Condition): ConditionValues {
  const entries = Object.entries(condition).map(([name, value]) => {
    if (typeof value === 'boolean') return [name, tick(value)]
    if (typeof value === 'number') return [name, value.toString()]
    return [name, value ?? undefined]
  })
  return Object.fromEntries(entries) as ConditionValues
}
