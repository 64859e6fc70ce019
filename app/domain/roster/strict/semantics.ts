import type { TableName } from '../columns/table-name'
import type { Fault } from './finding'
import type { Layout } from './row'

/** The cell of a row under a column, `''` when there is none. */
type Read = (field: string) => string
type Rule = (read: Read) => Fault | null

const CASE_ID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SCORE_PAIR = /^\{[^{}:]+:[^{}:]+\}$/

const problem = (code: string, field: string, message: string): Fault => ({
  field,
  code: `semantic.${code}`,
  message,
})

const scoreRange: Rule = (read) => {
  const [least, most] = [read('resultValueMin'), read('resultValueMax')]
  if (least === '' || most === '' || Number(least) <= Number(most)) return null
  return problem(
    'invalid_score_range',
    'resultValueMin',
    'resultValueMin must not exceed resultValueMax.',
  )
}

const scoreScale: Rule = (read) =>
  read('scoreScaleValue')
    .split(',')
    .every((pair) => SCORE_PAIR.test(pair))
    ? null
    : problem(
        'invalid_score_scale_mapping',
        'scoreScaleValue',
        'scoreScaleValue must be a list of pairs like {A:94},{B:84}.',
      )

const caseObjective: Rule = (read) =>
  read('source') !== 'case' || CASE_ID.test(read('learningObjectiveId'))
    ? null
    : problem(
        'invalid_case_learning_objective_id',
        'learningObjectiveId',
        'The id of a CASE learning objective must be urn:uuid: and a UUID in lower case.',
      )

const ROW_RULES: Partial<Record<TableName, Rule>> = {
  lineItems: scoreRange,
  scoreScales: scoreScale,
  lineItemLearningObjectiveIds: caseObjective,
  resultLearningObjectiveIds: caseObjective,
}

/**
 * The rules of 1.2 that need the meaning of a row or of several files: score ranges and scales,
 * CASE ids, schools that are schools, school years that are school years, one primary role per
 * user and organization, and a role at the primary organization. Rules across files hold for
 * bulk files only, since a delta file may lean on what was sent before.
 *
 * Source: OneRoster CSV 1.2.1 §3, notes of each table.
 */
export class Semantics {
  #organizationTypes = new Map<string, string>()
  #sessionTypes = new Map<string, string>()
  #roles = new Set<string>()
  #primaryRoles = new Set<string>()
  #primaryOrganizations: { row: number; place: string }[] = []
  #rolesAreSupplied = false

  /** What is wrong with the meaning of a row whose cells are well formed. */
  visit(table: TableName, cells: readonly string[], row: number, layout: Layout): Fault[] {
    if (layout.version === '1.1') return []
    const read: Read = (field) => cells[layout.indexOf.get(field) ?? -1] ?? ''
    const faults = [ROW_RULES[table]?.(read)]
    if (layout.mode === 'bulk') faults.push(this.#across(table, read, row))
    return faults.filter((fault) => fault != null)
  }

  /** The rows of `users.csv` whose primary organization is none where they have a role. */
  endOfPackage(): { row: number; fault: Fault }[] {
    if (!this.#rolesAreSupplied) return []
    return this.#primaryOrganizations
      .filter(({ place }) => !this.#roles.has(place))
      .map(({ row }) => ({
        row,
        fault: problem(
          'primary_org_missing_role',
          'primaryOrgSourcedId',
          'roles.csv has no role of this user at the primary organization.',
        ),
      }))
  }

  #across(table: TableName, read: Read, row: number): Fault | null {
    switch (table) {
      case 'orgs':
        this.#organizationTypes.set(read('sourcedId'), read('type'))
        return null
      case 'academicSessions':
        this.#sessionTypes.set(read('sourcedId'), read('type'))
        return null
      case 'courses':
        return mustBe(this.#sessionTypes, read, 'schoolYearSourcedId', 'schoolYear')
      case 'classes':
      case 'enrollments':
        return mustBe(this.#organizationTypes, read, 'schoolSourcedId', 'school')
      case 'users':
        return this.#rememberPrimary(read, row)
      case 'roles':
        return this.#rememberRole(read)
      default:
        return null
    }
  }

  #rememberPrimary(read: Read, row: number): null {
    const organization = read('primaryOrgSourcedId')
    const place = `${read('sourcedId')} ${organization}`
    if (organization) this.#primaryOrganizations.push({ row, place })
    return null
  }

  #rememberRole(read: Read): Fault | null {
    this.#rolesAreSupplied = true
    const place = `${read('userSourcedId')} ${read('orgSourcedId')}`
    this.#roles.add(place)
    if (read('roleType') !== 'primary') return null
    if (this.#primaryRoles.has(place)) {
      return problem(
        'multiple_primary_roles_for_user_org',
        'roleType',
        'The user has a primary role at this organization in an earlier row; the others must be secondary.',
      )
    }
    this.#primaryRoles.add(place)
    return null
  }
}

function mustBe(types: ReadonlyMap<string, string>, read: Read, field: string, right: string) {
  const type = types.get(read(field))
  if (type === undefined || type === right || type.startsWith('ext:')) return null
  const code = right === 'school' ? 'org_type_mismatch' : 'academic_session_type_mismatch'
  return problem(code, field, `${field} must refer to a row of type ${right}, not ${type}.`)
}
