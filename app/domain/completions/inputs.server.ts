import { z } from 'zod'
import { isId } from '#db/id'
import { MAX_TITLE_LENGTH } from '../activities/activity'
import {
  dayField,
  hoursField,
  linkField,
  newIdField,
  optionalText,
  versionField,
} from '../fields.server'
import { COURSE_KINDS } from './completion'

const WHICH_COURSE = 'Choose a course from the catalog, or type the title of another.'

/** A finished course. What is left empty of a course from the catalog is filled from there. */
export const completionInput = z
  .object({
    id: newIdField,
    version: versionField,
    courseId: z.string().refine(isId, { error: WHICH_COURSE }).optional(),
    title: optionalText('the title', MAX_TITLE_LENGTH),
    provider: optionalText('the provider', MAX_TITLE_LENGTH),
    kind: z.enum(COURSE_KINDS, { error: 'Choose what kind of course it was.' }).optional(),
    completedOn: dayField('Choose the day you finished it.'),
    hours: hoursField.optional(),
    link: linkField.optional(),
  })
  .superRefine((given, context) => {
    if (given.courseId) return
    const demand = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (!given.title) demand('title', WHICH_COURSE)
    if (!given.hours) demand('hours', 'Say how many hours it took, such as 1.5 or 1:30.')
  })

export type CompletionInput = z.output<typeof completionInput>
