import { addMonths, at, type Day, firstDayOf, weekday } from '../day'
import { recordEvent } from '../event'
import type { SeedRuleSet } from '../licenses'
import { log } from '../learning'
import type { Stage } from '../stage'
import type { Teller } from './teller'

type Used = Omit<
  Stage['rows']['creditUses'][number],
  'memberId' | 'recordedById' | 'createdAt' | 'unit'
> & { unit?: string; by: string }

/**
 * What Ana has used her hours for: a renewal, a pay lane, a stipend that is good until the end of this
 * school year, and one that has lapsed.
 */
export function spendCredit(stage: Stage, teller: Teller, ruleSets: readonly SeedRuleSet[]) {
  const { names, schoolYear } = stage
  const { unnamed } = teller
  const rules = ruleSets.find(({ id }) => id === 'us-ma-2017')!
  const earned = earnBefore(stage, teller)
  const renewedOn = `${schoolYear - 3}-06-20`
  for (const { id, minutes } of earned) {
    spend(stage, {
      id: unnamed(`use-${id}`),
      by: names.ana.id,
      activityId: id,
      purpose: 'renewal',
      jurisdiction: 'US-MA',
      cycleId: names.cycles.closed,
      ruleSetId: rules.id,
      ruleSetRevision: rules.revision,
      unit: 'PDP',
      milliUnits: (minutes * 1000) / 60,
      minutes,
      usedOn: renewedOn,
      label: `Massachusetts, renewed in ${renewedOn.slice(0, 4)}`,
    })
  }
  const graduate = { activityId: unnamed('renewal-graduate-course'), unit: 'semester_hour' }
  spend(stage, {
    ...graduate,
    id: names.uses.payLane,
    by: names.rosa.id,
    purpose: 'pay_lane',
    milliUnits: 3000,
    minutes: 45 * 60,
    usedOn: weekday(`${schoolYear - 1}-01-15`),
    label: 'MA+30',
  })
  const lots = [
    {
      what: 'inclusion-institute',
      hours: 16,
      id: names.uses.stipend,
      until: firstDayOf(schoolYear + 1),
    },
    {
      what: 'sheltered-immersion',
      hours: 11,
      id: names.uses.lapsed,
      until: firstDayOf(schoolYear - 1),
    },
  ]
  for (const { what, hours, id, until } of lots) {
    const year = Number(until.slice(0, 4)) - 1
    spend(stage, {
      id,
      by: names.rosa.id,
      activityId: unnamed(`renewal-${what}`),
      purpose: 'stipend',
      milliUnits: hours * 1000,
      minutes: hours * 60,
      usedOn: weekday(addMonths(until, -13)),
      expiresOn: lastDayBefore(until),
      label: `30-hour stipend ${year}–${String((year + 1) % 100).padStart(2, '0')}`,
    })
  }
}

const lastDayBefore = (firstDay: Day): Day => `${firstDay.slice(0, 4)}-06-30`

/** What Ana learned in the cycle that was renewed, while she was with the district. */
function earnBefore(stage: Stage, { sent, approved, unnamed }: Teller) {
  const { names, schoolYear } = stage
  const done = [
    { what: 'algebra-institute', title: 'Algebra readiness institute', on: '10-06', hours: 12 },
    {
      what: 'assessment-literacy',
      title: 'Assessment that informs teaching',
      on: '11-17',
      hours: 10,
    },
  ]
  return done.map(({ what, title, on, hours }) => {
    const id = unnamed(`used-${what}`)
    const day = weekday(`${schoolYear - 4}-${on}`)
    const minutes = hours * 60
    const activity = {
      id,
      memberId: names.ana.id,
      title,
      kind: 'workshop' as const,
      startedOn: day,
      minutes,
    }
    const turns = [
      sent(day, unnamed(`used-${what}-sent`)),
      approved(weekday(`${schoolYear - 4}-12-01`)),
    ]
    log(stage, { ...activity, provider: names.name }, turns)
    const claimId = unnamed(`used-${what}-claim`)
    const said = { topic: title, proof: 'product', isAligned: true }
    stage.rows.creditClaims.push({ id: claimId, memberId: names.ana.id, activityId: id, ...said })
    stage.rows.creditShares.push({ claimId, jurisdiction: 'US-MA', category: 'pedagogy' })
    return { id, minutes }
  })
}

function spend(stage: Stage, { by, ...use }: Used) {
  const createdAt = at(use.usedOn, '19:20')
  const row = { unit: 'clock_hour', ...use }
  stage.rows.creditUses.push({
    ...row,
    memberId: stage.names.ana.id,
    recordedById: by,
    createdAt,
  })
  const { id, purpose, label } = use
  const on = use.cycleId ?? stage.names.ana.id
  recordEvent(stage, 'use.recorded', on, by, createdAt, { purpose, label, uses: [id] })
}
