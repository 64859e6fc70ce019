import * as gradebook from './gradebook'
import * as resources from './resources'
import * as rostering from './rostering'
import type { Table } from './table'
import type { Version } from './table-name'

const TABLES: Record<Version, readonly Table[]> = {
  '1.1': [
    rostering.orgs,
    rostering.academicSessions,
    rostering.usersOf11,
    rostering.courses,
    rostering.classes,
    rostering.enrollments,
    rostering.demographicsOf11,
    gradebook.categoriesOf11,
    gradebook.lineItemsOf11,
    gradebook.resultsOf11,
    resources.resources,
    resources.classResources,
    resources.courseResources,
  ],
  '1.2': [
    rostering.orgs,
    rostering.academicSessions,
    rostering.users,
    rostering.courses,
    rostering.classes,
    rostering.userProfiles,
    rostering.roles,
    rostering.enrollments,
    rostering.demographics,
    gradebook.categories,
    gradebook.lineItems,
    gradebook.results,
    gradebook.scoreScales,
    gradebook.lineItemLearningObjectiveIds,
    gradebook.lineItemScoreScales,
    gradebook.resultLearningObjectiveIds,
    gradebook.resultScoreScales,
    resources.resources,
    resources.classResources,
    resources.courseResources,
    resources.userResources,
  ],
}

/**
 * All files of a version besides the manifest. A table stands after every other table that it
 * refers to, so that reading them in this order meets each target before its references.
 *
 * Source: OneRoster CSV 1.1 §3 and OneRoster CSV 1.2.1 §3.
 */
export const tablesOf = (version: Version): readonly Table[] => TABLES[version]
