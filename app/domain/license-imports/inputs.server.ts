import { z } from 'zod'
import { tickField } from '../fields.server'

/** The fields beside the file that is handed in: there are none. */
export const uploadInput = z.object({})

/** How an import is to be applied. */
export const applyInput = z.object({ allOrNone: tickField })
