import type { ActivityKind } from '../../words'
import { addDays, weekday } from '../day'
import { log } from '../learning'
import type { Stage } from '../stage'
import type { Teller } from './teller'

type Earlier = {
  what: string
  title: string
  kind: ActivityKind
  on: string
  endedOn?: string
  minutes: number
  provider: string
  claim: {
    topic?: string
    proof?: string
    credit?: string
    amountThousandths?: number
    courseLevel?: string
    categories: { category: string; share?: number }[]
  }
}

/**
 * What Ana has done for her licenses since the cycle began: enough in some categories, a graduate course
 * that she divides, a topic that is too short to count, and one category that is a little short.
 */
export function earnForRenewal(stage: Stage, teller: Teller) {
  const { names, rows, schoolYear } = stage
  const { sent, approved, unnamed } = teller
  const year = (back: number) => schoolYear - back
  const secondLicense = `content:${names.licenses.additional}`
  const earlier: Earlier[] = [
    {
      what: 'sheltered-immersion',
      title: 'Sheltered English immersion: first steps',
      kind: 'workshop_series',
      on: `${year(3)}-10-04`,
      endedOn: `${year(3)}-11-15`,
      minutes: 11 * 60,
      provider: names.name,
      claim: {
        topic: 'Sheltered immersion',
        proof: 'product',
        categories: [{ category: 'sei_esl_bilingual' }],
      },
    },
    {
      what: 'inclusion-institute',
      title: 'Summer institute: inclusive classrooms',
      kind: 'institute',
      on: `${year(2)}-08-05`,
      endedOn: `${year(2)}-08-07`,
      minutes: 16 * 60,
      provider: 'CAST',
      claim: {
        topic: 'Inclusion',
        proof: 'certificate',
        categories: [{ category: 'swd_diverse' }, { category: 'pedagogy' }],
      },
    },
    {
      what: 'graduate-course',
      title: 'Number theory for teachers of the middle grades',
      kind: 'course_graduate',
      on: `${year(2)}-09-10`,
      endedOn: `${year(2)}-12-14`,
      minutes: 45 * 60,
      provider: 'University of Massachusetts',
      claim: {
        topic: 'Number theory',
        credit: 'semester_hour',
        amountThousandths: 3000,
        courseLevel: 'graduate',
        categories: [
          { category: 'content', share: 2500 },
          { category: 'pedagogy', share: 500 },
        ],
      },
    },
    {
      what: 'learning-design-day',
      title: 'Universal design for learning, day 1',
      kind: 'workshop',
      on: `${year(1)}-03-11`,
      minutes: 6 * 60,
      provider: 'CAST',
      claim: {
        topic: 'Universal design',
        proof: 'product',
        categories: [{ category: 'swd_diverse' }, { category: 'pedagogy' }],
      },
    },
    {
      what: 'co-teaching',
      title: 'Co-teaching in the mathematics classroom',
      kind: 'coaching_received',
      on: `${year(1)}-01-12`,
      endedOn: `${year(1)}-05-20`,
      minutes: 12 * 60,
      provider: names.name,
      claim: { topic: 'Co-teaching', proof: 'product', categories: [{ category: secondLicense }] },
    },
  ]
  for (const { what, claim, on, endedOn, ...activity } of earlier) {
    const id = unnamed(`renewal-${what}`)
    const startedOn = weekday(on)
    const lastDay = endedOn ? weekday(endedOn) : startedOn
    log(
      stage,
      {
        ...activity,
        id,
        memberId: names.ana.id,
        startedOn,
        endedOn: endedOn ? lastDay : undefined,
      },
      [sent(lastDay, unnamed(`renewal-${what}-sent`)), approved(weekday(addDays(lastDay, 6)))],
    )
    const { categories, ...claimed } = claim
    const claimId = unnamed(`renewal-${what}-claim`)
    rows.creditClaims.push({
      id: claimId,
      memberId: names.ana.id,
      activityId: id,
      ...claimed,
      isAligned: true,
    })
    rows.creditShares.push(
      ...categories.map((share) => ({ claimId, jurisdiction: 'US-MA', ...share })),
    )
  }
}
