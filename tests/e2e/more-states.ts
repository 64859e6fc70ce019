import { nameWorld } from '#db/seed/names'
import { paths } from '~/http/paths'
import type { Who } from '../routes/sweep/actors'
import type { PageAddress } from './pages'

const { northside } = nameWorld()
const { activities, completions, awards, goals, submissions, pathways, courses } = northside

const at = (name: string, address: string): PageAddress => ({ name, address })

const rule = new URLSearchParams({
  kind: 'mandated',
  'any[0].all[0].kind': 'works',
  'any[0].all[0].organizationId': northside.organization,
  'any[0].all[0].roles': 'educator',
  due: 'assignment',
  dueDays: '60',
})

const OF_OWNER = [
  at('activity-draft', paths.editActivity(northside, activities.draft)),
  at('activity-draft-shown', paths.activity(northside, activities.draft)),
  at('activity-returned', paths.activity(northside, activities.returned)),
  at('activity-denied', paths.activity(northside, activities.denied)),
  at('activity-approved', paths.activity(northside, activities.approved)),
  at('completion-approved', paths.completion(northside, completions.approved)),
  at('badge-expired', paths.award(northside, awards.expired)),
  at('goal-partly-met', paths.goal(northside, goals.partlyMet)),
  at('nothing-fits', `${paths.activities(northside)}?state=withdrawn&year=1999`),
  at('nothing-found', `${paths.search(northside)}?q=zebrafish`),
  at('not-for-you', paths.settings(northside)),
  at('not-there', paths.activity(northside, activities.ofCora)),
  at('no-such-page', `${paths.home(northside)}/nothing-here`),
]

const OF_REVIEWERS = [
  at('approval-course', paths.approval(northside, submissions.completion)),
  at('approval-evidence', paths.approval(northside, submissions.evidence)),
  at('approval-overdue', paths.approval(northside, submissions.overdue)),
  at('approval-decided', paths.approval(northside, submissions.denied)),
  at('readiness-people', `${paths.readiness(northside)}?pathway=${pathways.privacy}`),
]

const OF_COORDINATORS = [
  at('dry-run', `${paths.newAssignment(northside, pathways.ai)}?${rule}`),
  at('dry-run-attention', `${paths.newAssignment(northside, pathways.ai)}?${rule}&show=attention`),
  at('dry-run-refused', `${paths.newAssignment(northside, pathways.ai)}?kind=mandated`),
  at('pathway-published', paths.managedPathway(northside, pathways.ai)),
  at('assign-draft', paths.newAssignment(northside, pathways.draft)),
  at('catalog-edited', `${paths.catalog(northside)}?edit=${courses.ai}`),
]

const MORE: Partial<Record<Who, PageAddress[]>> = {
  owner: OF_OWNER,
  principal: OF_REVIEWERS,
  coordinator: OF_COORDINATORS,
  administrator: [...OF_REVIEWERS, ...OF_COORDINATORS],
}

/** Pages that `app/routes.ts` has once and people see in several states. */
export const moreStatesFor = (who: Who): PageAddress[] => MORE[who] ?? []
