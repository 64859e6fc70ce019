/** The versions of OneRoster CSV that are read. 1.2 is checked by its correction 1.2.1. */
export type Version = '1.1' | '1.2'

/** A file of the package without `.csv`, as `manifest.csv` names it after `file.`. */
export type TableName =
  | 'academicSessions'
  | 'categories'
  | 'classes'
  | 'classResources'
  | 'courseResources'
  | 'courses'
  | 'demographics'
  | 'enrollments'
  | 'lineItemLearningObjectiveIds'
  | 'lineItems'
  | 'lineItemScoreScales'
  | 'orgs'
  | 'resources'
  | 'resultLearningObjectiveIds'
  | 'results'
  | 'resultScoreScales'
  | 'roles'
  | 'scoreScales'
  | 'userProfiles'
  | 'userResources'
  | 'users'

/** The file of a table: `users` stands in `users.csv`. */
export const fileOf = (name: TableName) => `${name}.csv`
