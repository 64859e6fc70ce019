import type { QuestionedMember, RosterMember, RosterOptions, RosterQuestion } from '../roster'
import type { Findings } from './findings'
import type { Placement } from './placement'
import type { SourceRecord } from './record'
import type { QuestionedRole } from './role'

const EXAMPLES = 5

/** So often a word must occur that it is a role, and not a name in the wrong column. */
const IN_USE = 3

/** Gathers what only a person can decide. */
export class Questions {
  readonly #unknownRoles = new Map<string, { count: number; file: string; row: number }>()
  readonly #ambiguousDates = new Set<string>()
  #isModeUnknown = false

  constructor(private readonly options: RosterOptions) {}

  /** The package does not say whether it is the full list. */
  unknownMode() {
    this.#isModeUnknown = true
  }

  /** A date in which day and month could change places. */
  ambiguousDate(cell: string) {
    this.#ambiguousDates.add(cell)
  }

  /** A row with a role that OneRoster does not have. */
  unknownRole(role: string, { file, row }: SourceRecord) {
    const key = role.toLowerCase()
    if (this.options.otherRoles?.get(key) === 'skip') return
    const known = this.#unknownRoles.get(key) ?? { count: 0, file, row }
    this.#unknownRoles.set(key, { ...known, count: known.count + 1 })
  }

  /** All questions, once the staff is known. Roles that cannot be quoted become warnings. */
  settle(
    members: ReadonlyMap<string, RosterMember>,
    placements: readonly Placement[],
    findings: Findings,
  ): RosterQuestion[] {
    return [
      ...this.#aboutMode(),
      ...ASKED.flatMap(({ ask, kind, message }) => {
        const asked = placements.filter((placement) => placement.ask === ask && placement.active)
        if (asked.length === 0) return []
        return [{ kind, message, members: asked.map((one) => questioned(one, members)) }]
      }),
      ...this.#aboutRoles(findings),
      ...this.#aboutDates(),
    ]
  }

  #aboutMode(): RosterQuestion[] {
    if (!this.#isModeUnknown) return []
    const message =
      'The package does not say whether it is the full list of the staff or only what changed. Until you say so, nobody ends for not being in it.'
    return [{ kind: 'mode', message }]
  }

  #aboutRoles(findings: Findings): RosterQuestion[] {
    return [...this.#unknownRoles].flatMap(([role, { count, file, row }]): RosterQuestion[] => {
      if (role !== '' && (count >= IN_USE || role.startsWith('ext:'))) {
        const message = `OneRoster has no role “${role}”, which ${count} rows have. Users without another role were skipped; say whether they are educators, principals or no staff.`
        return [{ kind: 'unknown_role', message, role, count }]
      }
      const what = role === '' ? 'is blank' : 'is none of OneRoster'
      const message = `In ${count === 1 ? 'a row' : `${count} rows`} the role ${what}; users without another role were skipped.`
      findings.warn({ file, row, field: 'role', message })
      return []
    })
  }

  #aboutDates(): RosterQuestion[] {
    if (this.#ambiguousDates.size === 0) return []
    const message =
      'Some dates can be two days. Say whether the month or the day comes first; until then their rows are rejected.'
    return [{ kind: 'date_order', message, examples: [...this.#ambiguousDates].slice(0, EXAMPLES) }]
  }
}

const ASKED: readonly {
  ask: QuestionedRole
  kind: 'administrator_role' | 'district_administrators' | 'system_administrators'
  message: string
}[] = [
  {
    ask: 'administrator',
    kind: 'administrator_role',
    message:
      'OneRoster 1.1 calls principals and other administrators alike. Say whether an administrator of a school is its principal; until then they are educators.',
  },
  {
    ask: 'districtadministrator',
    kind: 'district_administrators',
    message:
      'These administrators of the district were read as educators. If they are to see the whole district, give them the role of an auditor or a coordinator yourself.',
  },
  {
    ask: 'systemadministrator',
    kind: 'system_administrators',
    message:
      'These administrators of the system were read as educators. If they are to administer Cairn, give them that role yourself.',
  },
]

function questioned(
  { memberSourcedId, organizationSourcedId }: Placement,
  members: ReadonlyMap<string, RosterMember>,
): QuestionedMember {
  const member = members.get(memberSourcedId)
  return {
    sourcedId: memberSourcedId,
    name: member ? `${member.givenName} ${member.familyName}`.trim() : memberSourcedId,
    organizationSourcedId,
  }
}
