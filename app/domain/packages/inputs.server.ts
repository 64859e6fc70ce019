import { z } from 'zod'
import { tickField } from '../fields.server'

/** The form with which a package is handed in; its file is read apart. */
export const packageInput = z.object({})

/** What comes along when a package is applied. */
export const applyInput = z.object({ licenses: tickField, isMine: tickField })
