import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { changeOf, withChange } from '~/parts/audience/audience-values'
import type { MandateValues } from './mandate-values'

/**
 * The form as its address brings it back, with a part of the audience added or removed where a button
 * asks for that; an address without a form is one that begins with `empty`.
 */
export function typedOr(request: Request, empty: MandateValues): MandateValues {
  const fields = new FormData()
  for (const [name, value] of new URL(request.url).searchParams) fields.append(name, value)
  const change = changeOf(fields.get('change'))
  if (!change) return empty
  const given = parseWithZod(fields, { schema: z.looseObject({}) }).payload as MandateValues
  return withChange(given, change)
}
