import { createHash } from 'node:crypto'
import { addDays, addMonths, at, type Day } from './day'
import { recordEvent } from './event'
import { idOf } from './id'
import type { Stage } from './stage'

/** The rules of a state as the product brings them; cycles keep them word for word. */
export type SeedRuleSet = { id: string; revision: number; jurisdiction: string }

type License = {
  id: string
  memberId: string
  jurisdiction: string
  kind: string
  class?: string
  area: string
  isPrimary?: boolean
  number?: string
  issuedOn: Day
  expiresOn: Day
}

type Cycle = {
  id: string
  startsOn: Day
  endsOn: Day
  extendedToOn?: Day
  extensionReason?: string
  renewedOn?: Day
}

/** Adds a license, as its educator typed it on a day, and the cycles it is in. */
export function holdLicense(stage: Stage, license: License, addedOn: Day) {
  const moment = at(addedOn, '19:10')
  const { isPrimary = true, id, memberId } = license
  stage.rows.licenses.push({
    ...license,
    isPrimary,
    source: 'educator',
    version: 1,
    createdAt: moment,
    updatedAt: moment,
  })
  const { jurisdiction } = license
  recordEvent(stage, 'license.added', id, memberId, moment, { jurisdiction, isPrimary })
}

/** Adds a cycle of a license under rules that are kept word for word; one that was renewed is closed. */
export function openCycle(
  stage: Stage,
  license: License,
  openedOn: Day,
  cycle: Cycle,
  ruleSet: SeedRuleSet,
) {
  keepRuleSet(stage, ruleSet)
  const { id: licenseId, memberId } = license
  const { id, startsOn, endsOn, renewedOn } = cycle
  const moment = at(openedOn, '19:12')
  const pinned = { ruleSetId: ruleSet.id, ruleSetRevision: ruleSet.revision }
  stage.rows.cycles.push({
    ...cycle,
    memberId,
    licenseId,
    earnUntilOn: endsOn,
    ...pinned,
    isEmployed: true,
    fteThousandths: 1000,
    leaveThousandths: 0,
    closedOn: renewedOn,
    judgedLicenses: renewedOn ? [judged(license, endsOn)] : undefined,
    version: renewedOn || cycle.extendedToOn ? 2 : 1,
    createdAt: moment,
    updatedAt: moment,
  })
  const days = { startsOn, endsOn, earnUntilOn: endsOn }
  recordEvent(stage, 'cycle.opened', id, memberId, moment, { licenseId, ...days, ...pinned })
  if (renewedOn) {
    recordEvent(stage, 'cycle.renewed', id, memberId, at(renewedOn, '19:10'), { renewedOn })
  }
}

/** A license as a closed cycle keeps it: with the day it expired on then. */
function judged({ id, kind, area, issuedOn, ...license }: License, expiresOn: Day) {
  const { class: ofClass = null, isPrimary = true } = license
  return { id, kind, class: ofClass, area, isPrimary, issuedOn, expiresOn, endorsements: [] }
}

/** What a district says of the rules that are its own. */
export const OF_DISTRICT = { confidence: 'verified', sources: ['District policy'] }

/** What the district asks beyond a state, since the beginning of the school year. */
export function askMore(
  stage: Stage,
  ruleSet: string,
  asked: { rules: object[]; categories?: object[] },
) {
  const { names, rows, schoolYear } = stage
  const startsOn: Day = `${schoolYear}-07-01`
  const savedAt = at(`${schoolYear}-05-12`, '10:05')
  const id = idOf(`${names.slug}/overlay/${ruleSet}`)
  const content = {
    id: 'district_policy',
    revision: 1,
    name: `${names.name} policy`,
    ruleSet,
    startsOn,
    categories: [],
    figures: [],
    ...asked,
  }
  rows.overlays.push({
    id,
    ruleSetId: ruleSet,
    revision: 1,
    startsOn,
    content: JSON.stringify(content),
    savedById: names.rosa.id,
    savedAt,
  })
  recordEvent(stage, 'overlay.saved', id, names.rosa.id, savedAt, {
    ruleSet,
    revision: 1,
    startsOn,
  })
}

/** The first and the last day of five years that end on a day. */
export const fiveYearsUntil = (endsOn: Day) => ({
  startsOn: addDays(addMonths(endsOn, -60), 1),
  endsOn,
})

function keepRuleSet({ names, rows, now }: Stage, ruleSet: SeedRuleSet) {
  const { id: ruleSetId, revision } = ruleSet
  if (rows.pinnedRuleSets.some((it) => it.ruleSetId === ruleSetId)) return
  const content = JSON.stringify(ruleSet)
  rows.pinnedRuleSets.push({
    id: idOf(`${names.slug}/pinned-rule-set/${ruleSetId}`),
    ruleSetId,
    revision,
    content,
    digest: createHash('sha256').update(content).digest('hex'),
    createdAt: now,
  })
}
