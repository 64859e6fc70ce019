import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { dayIn } from '~/domain/calendar'
import { versionField } from '~/domain/fields.server'
import { ADDITION_KINDS, MAX_ADDITIONS } from '~/domain/overlays/addition'
import { policyInput } from '~/domain/overlays/inputs.server'
import { openPolicyForm, shippedById } from '~/domain/overlays/policies.server'
import { savePolicy } from '~/domain/overlays/saving.server'
import { previewPolicy, type PolicyPreview } from '~/domain/renewal/policy-preview.server'
import type { RuleSet } from '~/domain/rule-sets/rule-set'
import { redirectWithNotice } from '~/http/flash.server'
import { type Reply, submit } from '~/http/form.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { answer } from '~/http/respond.server'

/** The rule set that the query string names. @throws Response 404 */
export const ruleSetAsked = (request: Request): Promise<RuleSet> =>
  answer(async () => shippedById(queryOf(request).text('rules') ?? ''))

/** What the form becomes: with a group more or less, with what it would change, or saved. */
export async function answerPolicyForm(member: Member, ruleSet: RuleSet, form: FormData) {
  await member.read(openPolicyForm, ruleSet.id)
  const [intent, which] = String(form.get('intent') ?? 'preview').split(':')
  form.delete('intent')
  if (intent === 'add') return withAddition(form, String(form.get('newKind')))
  if (intent === 'remove') return without(form, Number(which))

  const schema = policyInput(ruleSet, dayIn(member.district.timeZone, member.now))
  if (intent !== 'save') {
    return submit(form, schema, async (policy) => ({
      ...replyOf(valuesOf(form)),
      preview: await member.read(previewPolicy, ruleSet, policy),
    }))
  }
  const version = versionField.catch(0).parse(form.get('version'))
  return submit(form, schema, async (policy) => {
    await member.write(savePolicy, ruleSet, { ...policy, version })
    return redirectWithNotice(
      paths.renewalPolicy(member.district),
      'Saved. Educators see it on their renewal from the day it holds.',
    )
  })
}

/** The form as it goes on: nothing that was typed is lost. */
export type PolicyReply = Reply & { preview?: PolicyPreview }

const replyOf = (initialValue: Record<string, unknown>): PolicyReply => ({
  initialValue,
  error: {},
})

const valuesOf = (form: FormData) => parseWithZod(form, { schema: z.looseObject({}) }).payload

type Group = Record<string, unknown>

function groupsIn(values: Record<string, unknown>): Group[] {
  return Array.isArray(values.rules) ? (values.rules as Group[]).filter(Boolean) : []
}

function withAddition(form: FormData, newKind: string) {
  const values = valuesOf(form)
  const groups = groupsIn(values)
  const kind = ADDITION_KINDS.find((it) => it === newKind)
  if (!kind || groups.length >= MAX_ADDITIONS) return replyOf(values)
  const taken = new Set(groups.map(({ id }) => id))
  let number = groups.length + 1
  while (taken.has(`district_${kind}_${number}`)) number += 1
  return replyOf({ ...values, rules: [...groups, { id: `district_${kind}_${number}`, kind }] })
}

function without(form: FormData, which: number) {
  const values = valuesOf(form)
  return replyOf({ ...values, rules: groupsIn(values).filter((_, at) => at !== which) })
}
