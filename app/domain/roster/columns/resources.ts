import { closedWord, guid, required, text, words } from './column'
import { table } from './table'
import { IMPORTANCES, USER_ROLES } from './vocabularies'

/** `resources.csv`, alike in both versions. */
export const resources = table(
  'resources',
  required(text('vendorResourceId')),
  text('title'),
  words('roles', USER_ROLES),
  closedWord('importance', IMPORTANCES),
  text('vendorId'),
  text('applicationId'),
)

/** `classResources.csv`, alike in both versions. */
export const classResources = table(
  'classResources',
  text('title'),
  required(guid('classSourcedId', 'classes')),
  required(guid('resourceSourcedId', 'resources')),
)

/** `courseResources.csv`, alike in both versions. */
export const courseResources = table(
  'courseResources',
  text('title'),
  required(guid('courseSourcedId', 'courses')),
  required(guid('resourceSourcedId', 'resources')),
)

/** `userResources.csv`, new in 1.2. */
export const userResources = table(
  'userResources',
  required(guid('userSourcedId', 'users')),
  guid('orgSourcedId', 'orgs'),
  guid('classSourcedId', 'classes'),
  required(guid('resourceSourcedId', 'resources')),
)
