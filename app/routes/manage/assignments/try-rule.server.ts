import { dryRun, GROUPS } from '~/domain/pathways/dry-run.server'
import { assignmentInput } from '~/domain/pathways/inputs.server'
import { submit } from '~/http/form.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

/** The fields of an assignment as they stand in the address; what was not given is not there. */
export type RuleValues = Record<string, string>

/**
 * Tries the rule that the address describes, without doing it. An address without one is a form that
 * is still empty.
 */
export async function tryRule(request: Request, member: Member, pathwayId: string) {
  const fields = new FormData()
  for (const [name, value] of new URL(request.url).searchParams) fields.set(name, value)
  const values = valuesOf(fields)
  if (!values.organizationId && !values.kind) return { values, reply: null, run: null }

  const query = queryOf(request)
  const shown = { group: query.oneOf('show', GROUPS) ?? 'added', page: query.page() } as const
  const outcome = await submit(fields, assignmentInput, async (rule) => ({
    run: await member.read(dryRun, pathwayId, rule, shown),
  }))
  return 'run' in outcome
    ? { values, reply: null, run: outcome.run }
    : { values, reply: outcome.data, run: null }
}

const NOT_OF_THE_RULE = ['show', 'page', '_data', '_routes']

const valuesOf = (fields: FormData): RuleValues =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      typeof value === 'string' && value && !NOT_OF_THE_RULE.includes(name) ? [[name, value]] : [],
    ),
  )
