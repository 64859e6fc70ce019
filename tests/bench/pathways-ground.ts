import { newId } from '#db/id'

/** The day of the measurement, a moment long before it, and new ids of that time. */
export const groundOf = (today: string, before: Date) => ({
  today,
  before,
  id: () => newId(),
})
export type Ground = ReturnType<typeof groundOf>
/** Of the one district there is. */
export const OWN = { districtId: 1 }

export const AREAS = 12
/** How many pathways are assigned. */
export const ASSIGNED = 60
/** The competency that the hours of every pathway are asked on. */
export const MINUTES = 'digcompedu-2017/2.1'

export type Places = { id: string; areas: { id: string }[] }
export type Educator = { id: string; area: number; schoolId: string }
