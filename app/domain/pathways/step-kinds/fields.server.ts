import { z } from 'zod'
import { isId } from '#db/id'
import { isCompetency } from '../../frameworks/competency'
import { MAX_STEP_COMPETENCIES } from './activity-minutes'

/** The id of a row that was chosen. */
export const choiceField = (message: string) =>
  z.string({ error: message }).refine(isId, { error: message })

/** Competencies of the framework, any of which fits. */
export const competenciesField = z
  .array(z.string().refine(isCompetency, { error: 'Choose competencies from the list.' }))
  .max(MAX_STEP_COMPETENCIES, `Choose at most ${MAX_STEP_COMPETENCIES} competencies.`)
