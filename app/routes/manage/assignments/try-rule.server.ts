import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { dryRun, GROUPS } from '~/domain/pathways/dry-run.server'
import { assignmentInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { changeOf, withChange } from '~/parts/audience/audience-values'
import type { RuleValues } from './rule-values'

/**
 * Tries the rule that the address describes, without doing it. An address without one is a form that
 * begins with `empty`; one with a button to add or remove a part is the form with that done.
 *
 * @param assignmentId the assignment that is being edited
 */
export async function tryRule(
  request: Request,
  member: Member,
  {
    pathwayId,
    assignmentId,
    empty,
  }: { pathwayId: string; assignmentId?: string; empty: RuleValues },
) {
  const fields = new FormData()
  for (const [name, value] of new URL(request.url).searchParams) fields.append(name, value)
  const given = parseWithZod(fields, { schema: z.looseObject({}) }).payload as RuleValues
  const values = given.any || given.kind ? given : empty
  const query = queryOf(request)
  const change = changeOf(fields.get('change'))
  if (change) return { values: withChange(values, change), sent: [], reply: null, run: null }
  if (values === empty) return { values, sent: [], reply: null, run: null }

  const shown = { group: query.oneOf('show', GROUPS) ?? 'added', page: query.page() } as const
  const outcome = await submit(fields, assignmentInput, async (rule) => ({
    run: await member.read(dryRun, pathwayId, rule, shown, assignmentId),
  }))
  return 'run' in outcome
    ? { values, sent: sentOf(fields), reply: null, run: outcome.run }
    : { values, sent: [], reply: outcome.data, run: null }
}

const NOT_OF_THE_RULE = ['show', 'page', 'change', '_data', '_routes']

/** The fields of the rule, to be sent again by the button that does it. */
const sentOf = (fields: FormData) =>
  [...fields].flatMap(([name, value]) =>
    typeof value === 'string' && value && !NOT_OF_THE_RULE.includes(name)
      ? [[name, value] as [string, string]]
      : [],
  )
