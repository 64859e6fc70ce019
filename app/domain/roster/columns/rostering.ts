import { closedWord, guid, guids, plain, required, text, word } from './column'
import { extensionOf, table } from './table'
import * as vocabularies from './vocabularies'

/** `orgs.csv`, alike in both versions. */
export const orgs = table(
  'orgs',
  required(text('name')),
  required(word('type', vocabularies.ORGANIZATION_TYPES)),
  text('identifier'),
  guid('parentSourcedId', 'orgs'),
)

/** `academicSessions.csv`, alike in both versions. */
export const academicSessions = table(
  'academicSessions',
  required(text('title')),
  required(word('type', vocabularies.SESSION_TYPES)),
  required(plain('date', 'startDate')),
  required(plain('date', 'endDate')),
  guid('parentSourcedId', 'academicSessions'),
  required(plain('year', 'schoolYear')),
)

/** `courses.csv`, alike in both versions. */
export const courses = table(
  'courses',
  guid('schoolYearSourcedId', 'academicSessions'),
  required(text('title')),
  text('courseCode'),
  plain('texts', 'grades'),
  required(guid('orgSourcedId', 'orgs')),
  plain('texts', 'subjects'),
  plain('texts', 'subjectCodes'),
)

/** `classes.csv`, alike in both versions. */
export const classes = table(
  'classes',
  required(text('title')),
  plain('texts', 'grades'),
  required(guid('courseSourcedId', 'courses')),
  text('classCode'),
  required(word('classType', vocabularies.CLASS_TYPES)),
  text('location'),
  required(guid('schoolSourcedId', 'orgs')),
  required(guids('termSourcedIds', 'academicSessions')),
  plain('texts', 'subjects'),
  plain('texts', 'subjectCodes'),
  plain('texts', 'periods'),
)

/** `enrollments.csv`, alike in both versions. */
export const enrollments = table(
  'enrollments',
  required(guid('classSourcedId', 'classes')),
  required(guid('schoolSourcedId', 'orgs')),
  required(guid('userSourcedId', 'users')),
  required(word('role', vocabularies.ENROLLMENT_ROLES)),
  plain('boolean', 'primary'),
  plain('date', 'beginDate'),
  plain('date', 'endDate'),
)

const contact = [
  required(text('givenName')),
  required(text('familyName')),
  text('middleName'),
  text('identifier'),
  text('email'),
  text('sms'),
  text('phone'),
  guids('agentSourcedIds', 'users'),
  plain('texts', 'grades'),
  text('password'),
]

/** `users.csv` of 1.1, where a user has one role at one or more organizations. */
export const usersOf11 = table(
  'users',
  required(plain('boolean', 'enabledUser')),
  required(guids('orgSourcedIds', 'orgs')),
  required(closedWord('role', vocabularies.USER_ROLES)),
  required(text('username')),
  plain('userIds', 'userIds'),
  ...contact,
)

/** `users.csv` of 1.2, whose roles stand in `roles.csv`. */
export const users = table(
  'users',
  required(plain('boolean', 'enabledUser')),
  required(text('username')),
  plain('userIds', 'userIds'),
  ...contact,
  text('userMasterIdentifier'),
  text('preferredGivenName'),
  text('preferredMiddleName'),
  text('preferredFamilyName'),
  guid('primaryOrgSourcedId', 'orgs'),
  text('pronouns'),
)

/** `roles.csv`, new in 1.2. */
export const roles = table(
  'roles',
  required(guid('userSourcedId', 'users')),
  required(closedWord('roleType', vocabularies.ROLE_TYPES)),
  required(word('role', vocabularies.ROLES)),
  plain('date', 'beginDate'),
  plain('date', 'endDate'),
  required(guid('orgSourcedId', 'orgs')),
  guid('userProfileSourcedId', 'userProfiles'),
)

/** `userProfiles.csv`, new in 1.2. */
export const userProfiles = table(
  'userProfiles',
  required(guid('userSourcedId', 'users')),
  required(text('profileType')),
  required(text('vendorId')),
  text('applicationId'),
  text('description'),
  required(text('credentialType')),
  required(text('username')),
  text('password'),
)

const demographicsWith = (sexes: readonly string[]) =>
  extensionOf(
    'users',
    'demographics',
    plain('date', 'birthDate'),
    word('sex', sexes),
    plain('boolean', 'americanIndianOrAlaskaNative'),
    plain('boolean', 'asian'),
    plain('boolean', 'blackOrAfricanAmerican'),
    plain('boolean', 'nativeHawaiianOrOtherPacificIslander'),
    plain('boolean', 'white'),
    plain('boolean', 'demographicRaceTwoOrMoreRaces'),
    plain('boolean', 'hispanicOrLatinoEthnicity'),
    text('countryOfBirthCode'),
    text('stateOfBirthAbbreviation'),
    text('cityOfBirth'),
    text('publicSchoolResidenceStatus'),
  )

/** `demographics.csv` of 1.1. */
export const demographicsOf11 = demographicsWith(vocabularies.SEXES)

/** `demographics.csv` of 1.2. */
export const demographics = demographicsWith(vocabularies.SEXES_OF_1_2)
