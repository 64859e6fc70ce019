import { guid, plain, required, text, word } from './column'
import { table } from './table'
import { OBJECTIVE_SOURCES, SCORE_STATUSES } from './vocabularies'

/** `categories.csv` of 1.1. */
export const categoriesOf11 = table('categories', required(text('title')))

/** `categories.csv` of 1.2. */
export const categories = table('categories', required(text('title')), plain('integer', 'weight'))

const lineItem = [
  required(text('title')),
  text('description'),
  required(plain('date', 'assignDate')),
  required(plain('date', 'dueDate')),
  required(guid('classSourcedId', 'classes')),
  required(guid('categorySourcedId', 'categories')),
]

/** `lineItems.csv` of 1.1. */
export const lineItemsOf11 = table(
  'lineItems',
  ...lineItem,
  required(guid('gradingPeriodSourcedId', 'academicSessions')),
  required(plain('float', 'resultValueMin')),
  required(plain('float', 'resultValueMax')),
)

/** `lineItems.csv` of 1.2. */
export const lineItems = table(
  'lineItems',
  ...lineItem,
  required(guid('academicSessionSourcedId', 'academicSessions')),
  plain('float', 'resultValueMin'),
  plain('float', 'resultValueMax'),
  required(guid('schoolSourcedId', 'orgs')),
)

const result = [
  required(guid('lineItemSourcedId', 'lineItems')),
  required(guid('studentSourcedId', 'users')),
  required(word('scoreStatus', SCORE_STATUSES)),
]

/** `results.csv` of 1.1. */
export const resultsOf11 = table(
  'results',
  ...result,
  required(plain('float', 'score')),
  required(plain('date', 'scoreDate')),
  text('comment'),
)

/** `results.csv` of 1.2. */
export const results = table(
  'results',
  ...result,
  plain('float', 'score'),
  required(plain('date', 'scoreDate')),
  text('comment'),
  text('textScore'),
  guid('classSourcedId', 'classes'),
  plain('boolean', 'inProgress'),
  plain('boolean', 'incomplete'),
  plain('boolean', 'late'),
  plain('boolean', 'missing'),
)

/** `scoreScales.csv`, new in 1.2. */
export const scoreScales = table(
  'scoreScales',
  required(text('title')),
  required(text('type')),
  required(guid('orgSourcedId', 'orgs')),
  required(guid('courseSourcedId', 'courses')),
  required(guid('classSourcedId', 'classes')),
  required(plain('texts', 'scoreScaleValue')),
)

/** `lineItemLearningObjectiveIds.csv`, new in 1.2. */
export const lineItemLearningObjectiveIds = table(
  'lineItemLearningObjectiveIds',
  required(guid('lineItemSourcedId', 'lineItems')),
  required(word('source', OBJECTIVE_SOURCES)),
  required(text('learningObjectiveId')),
)

/** `lineItemScoreScales.csv`, new in 1.2. */
export const lineItemScoreScales = table(
  'lineItemScoreScales',
  text('title'),
  required(guid('lineItemSourcedId', 'lineItems')),
  required(guid('scoreScaleSourcedId', 'scoreScales')),
)

/** `resultLearningObjectiveIds.csv`, new in 1.2. */
export const resultLearningObjectiveIds = table(
  'resultLearningObjectiveIds',
  required(guid('resultSourcedId', 'results')),
  required(word('source', OBJECTIVE_SOURCES)),
  required(text('learningObjectiveId')),
  plain('float', 'score'),
  text('textScore'),
)

/** `resultScoreScales.csv`, new in 1.2. */
export const resultScoreScales = table(
  'resultScoreScales',
  text('title'),
  required(guid('resultSourcedId', 'results')),
  required(guid('scoreScaleSourcedId', 'scoreScales')),
)
