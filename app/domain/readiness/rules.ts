import { type Day, dayInWords } from '../calendar'
import { EXPIRING_DAYS } from './readiness'

type Facts = { asOf: Day }

/** What holds for all counts of readiness. */
export const readinessRule = ({ asOf }: Facts) =>
  `Staff of ${dayInWords(asOf)} in the audience of a pathway that was assigned to them by a rule in force on that day, or that they joined where it was offered; who was on leave then is left out. The states are independent of each other, each as it was at the end of that day. Who works at two schools counts at both, and once for the district.`

/** What each state counts, as readiness and the report tell it. */
export const STATE_RULES = {
  audience: {
    name: 'Audience',
    rule: ({ asOf }: Facts) =>
      `Active staff on ${dayInWords(asOf)} whom the pathway is for, each once.`,
  },
  assigned: {
    name: 'Assigned',
    rule: ({ asOf }: Facts) =>
      `Of the audience, those who were on the pathway on ${dayInWords(asOf)}.`,
    of: ['audience'],
  },
  engaged: {
    name: 'Engaged',
    rule: ({ asOf }: Facts) =>
      `Of the audience, those on the pathway for whom something counted for a step by ${dayInWords(asOf)}.`,
    of: ['audience'],
  },
  demonstrated: {
    name: 'Demonstrated',
    rule: ({ asOf }: Facts) =>
      `Of the audience, those who had completed it by ${dayInWords(asOf)}.`,
    of: ['audience'],
  },
  current: {
    name: 'Current',
    rule: ({ asOf }: Facts) =>
      `Of the audience, those whose completion had not lapsed by ${dayInWords(asOf)}.`,
    of: ['audience'],
  },
  underWay: {
    name: 'Under way',
    rule: () => 'Of the audience, those who are engaged and never completed it.',
    of: ['audience'],
  },
  notBegun: {
    name: 'Not begun',
    rule: () =>
      'Of the audience, those who are on the pathway, are not engaged and never completed it.',
    of: ['audience'],
  },
}

const BESIDE = {
  expiring: {
    name: 'Expiring',
    rule: () =>
      `Of those who are current, those whose completion lapses within ${EXPIRING_DAYS} days of that day.`,
  },
  newcomers: {
    name: 'Hired after it was assigned',
    rule: () =>
      'Of the audience, those who were hired after the first assignment that is for them was made. They are in the other counts as well.',
  },
  onLeave: {
    name: 'On leave',
    rule: ({ asOf }: Facts) =>
      `Those the pathway is for whose leave includes ${dayInWords(asOf)}: in none of the counts.`,
  },
  waiting: {
    name: 'Waiting for a review',
    rule: () =>
      'What was sent, would count for a step of the pathway, and was not decided by the end of that day, with the age of the oldest.',
  },
}

/** Why the numbers of the readiness page are what they are, in words. */
export const readinessRules = (facts: Facts) => ({
  rule: readinessRule(facts),
  measures: Object.entries({ ...STATE_RULES, ...BESIDE }).map(([key, { name, rule }]) => ({
    key,
    name,
    rule: rule(facts),
  })),
})
