import { at } from '../day'
import type { SeedRuleSet } from '../licenses'
import type { Stage } from '../stage'
import { logActivities, type StoryFiles } from './activities'
import { earnBadges } from './awards'
import { bringAlong } from './brought'
import { completeCourses } from './completions'
import { setGoals } from './goals'
import { holdLicenses } from './licenses'
import { earnForRenewal } from './renewal'
import { spendCredit } from './uses'
import { walkPathways } from './pathways'
import { type Teller, tellerOf } from './teller'

/** Adds one row in each state, most of them Ana's, at the same distance from today in each world. */
export function tellStory(stage: Stage, files: StoryFiles, ruleSets: readonly SeedRuleSet[]) {
  const teller = tellerOf(stage)
  logActivities(stage, teller, files)
  completeCourses(stage, teller)
  earnBadges(stage, teller)
  setGoals(stage, teller)
  walkPathways(stage, teller)
  holdLicenses(stage, teller, ruleSets)
  earnForRenewal(stage, teller)
  spendCredit(stage, teller, ruleSets)
  bringAlong(stage, teller)
  openRecords(stage, teller)
}

function openRecords(stage: Stage, { ago, unnamed }: Teller) {
  const { names, rows } = stage
  const views = [
    { id: names.recordView, viewer: names.mara, of: names.ana, what: 'record', day: 2 },
    { id: unnamed('view-1'), viewer: names.rosa, of: names.ana, what: 'record', day: 33 },
    { id: unnamed('view-2'), viewer: names.mara, of: names.ben, what: 'record', day: 6 },
    { id: unnamed('view-3'), viewer: names.ida, of: names.ana, what: 'list', day: 12 },
  ]
  for (const { id, viewer, of, what, day } of views) {
    const viewedAt = at(ago(day), '18:30')
    rows.recordViews.push({ id, viewerId: viewer.id, memberId: of.id, what, viewedAt })
  }
}

/** Adds an import of a roster that could not be read, so that there is one to look at. */
export function failImport({ names, rows, now }: Stage) {
  rows.rosterImports.push({
    id: names.rosterImport,
    uploadedById: names.rosa.id,
    fileName: 'roster.zip',
    status: 'failed',
    done: 0,
    total: 0,
    failure: 'There is no users.csv in this package.',
    createdAt: new Date(now.getTime() - 60 * 60 * 1000),
  })
}
