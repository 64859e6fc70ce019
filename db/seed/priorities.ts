import type { PriorityOwner } from '../words'
import type { DistrictWorld } from './names'

type PriorityKey = keyof DistrictWorld['priorities']

/** What the state and the district want goals to serve, in their order; school years from today's. */
export const PRIORITIES: Record<
  PriorityKey,
  {
    name: string
    description: string
    owner: PriorityOwner
    /** How many school years ago it began, and ended. */
    began: number
    ended?: number
  }
> = {
  access: {
    name: 'Technology that every student can use',
    description: 'Materials, tools and devices without barriers, in every school.',
    owner: 'state',
    began: 3,
  },
  ai: {
    name: 'Artificial intelligence with judgment',
    description: 'Students and staff who check what a machine writes.',
    owner: 'district',
    began: 2,
  },
  feedback: {
    name: 'Feedback that students use',
    description: 'Soon, often, and in more than one way.',
    owner: 'district',
    began: 3,
  },
  remote: {
    name: 'Lessons from home',
    description: 'Video, course sites and a way to reach every family.',
    owner: 'district',
    began: 3,
    ended: 1,
  },
}

const SERVED: Record<string, PriorityKey> = {
  '2.1': 'ai',
  '4.2': 'feedback',
  '4.3': 'feedback',
  '5.1': 'access',
  '5.2': 'access',
  '6.4': 'ai',
}

/** Which priority a goal of a school year serves that builds a competency, if any. */
export function priorityFor(competency: string, yearsAgo: number): PriorityKey | null {
  const served = SERVED[competency.split('/').at(-1)!]
  return served && PRIORITIES[served].began >= yearsAgo ? served : null
}
