import type { GradeBand } from '../words'
import { addDays, at, type Day, firstDayOf } from './day'
import { recordEvent } from './event'
import { idOf } from './id'
import type { Person } from './names'
import { hiringDay, openingDay } from './offer'
import { employ, type Hat, type Stage } from './stage'

/** Fifteen hours in a school year. */
const YARDSTICK_MINUTES = 900

/** A school, and its principal where no other place names one. */
const POVERTY = { elementary: 'high', middle: 'mid_high', high: 'mid_low' } as const

export type School = { id: string; name: string; gradeBand: GradeBand; principal?: Person }

/** Adds the organizations of a district. */
export function build(stage: Stage, schools: School[]) {
  const { names, rows, schoolYear } = stage
  const top = { id: names.organization, name: names.name, path: `${names.organization}/` }
  rows.organizations.push({
    ...top,
    kind: 'district',
    sortName: top.name.toLowerCase(),
    sourceId: `${names.slug}-district`,
  })
  for (const { id, name, gradeBand, principal } of schools) {
    rows.organizations.push({
      id,
      parentId: top.id,
      kind: 'school',
      name,
      sortName: name.toLowerCase(),
      path: `${top.path}${id}/`,
      gradeBand,
      povertyBand: POVERTY[gradeBand],
      sourceId: `${names.slug}-${gradeBand}`,
      identifier: `${names.id}${gradeBand.length}00`,
    })
    const startedOn = `${schoolYear - 4}-08-24`
    if (principal) employ(stage, principal, [{ organizationId: id, role: 'principal', startedOn }])
  }
  rows.yardsticks.push({
    id: idOf(`${names.slug}/yardstick`),
    minutes: YARDSTICK_MINUTES,
    startsOn: firstDayOf(stage.schoolYear - 2),
  })
  recordEvent(stage, 'settings.edited', names.organization, null, at(openingDay(stage), '12:30'))
}

/** Adds the people whom everybody knows by name. */
export function hireNamed(stage: Stage) {
  const { names, schoolYear } = stage
  const { elementary, middle } = names.schools
  const lastYear = firstDayOf(schoolYear - 1)
  const thisYear = firstDayOf(schoolYear)
  const long = (years: number): Day => `${schoolYear - years}-08-24`
  const hat = (organizationId: string, role: Hat['role'], startedOn: Day, endedOn?: Day) => ({
    organizationId,
    role,
    startedOn,
    endedOn,
  })
  const staff: [Person, ...Hat[]][] = [
    [names.ana, hat(middle, 'educator', long(7))],
    [names.ben, hat(middle, 'educator', long(4))],
    [names.mara, hat(middle, 'principal', long(5))],
    [names.ming, hat(names.organization, 'coordinator', long(6))],
    [names.rosa, hat(names.organization, 'administrator', long(9))],
    [names.ida, hat(names.organization, 'auditor', long(3))],
    [names.dev, hat(elementary, 'principal', long(8))],
    [names.cora, hat(elementary, 'educator', long(11))],
    [names.theo, hat(middle, 'educator', hiringDay(stage))],
    [
      names.nora,
      hat(middle, 'educator', long(10), addDays(lastYear, -1)),
      hat(elementary, 'educator', lastYear),
    ],
    [names.omar, hat(middle, 'educator', long(6)), hat(names.organization, 'coach', long(2))],
    [names.gwen, hat(middle, 'educator', long(14), addDays(thisYear, -1))],
  ]
  for (const [person, ...hats] of staff) employ(stage, person, hats)
}
