import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { openPolicyForm } from '~/domain/overlays/policies.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { DateField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { Additions } from './additions'
import { OpenFigures } from './open-figures'
import { answerPolicyForm, type PolicyReply, ruleSetAsked } from './policy-form.server'
import { PolicyChanges } from './policy-changes'

export const meta: MetaFunction = () => [{ title: 'Change the renewal policy · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { id } = await ruleSetAsked(args.request)
  return member.read(openPolicyForm, id)
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const ruleSet = await ruleSetAsked(args.request)
  return answerPolicyForm(member, ruleSet, await args.request.formData())
}

export default function ChangeRenewalPolicy() {
  const form = useLoaderData<typeof loader>()
  const reply = useActionData<PolicyReply>()
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.renewalPolicy(district)
  const values = reply?.initialValue ?? storedValues(form)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Renewal policy', href: back }]} />}
        title={`Beyond ${form.ruleSet.name}`}
        lead={`What the district asks in addition, in ${form.ruleSet.unit.many}. Earlier revisions stay as they were.`}
      />
      <Form method="post" noValidate className="max-w-form">
        <input type="hidden" name="version" value={form.version} />
        <Button name="intent" value="preview" hidden tabIndex={-1}>
          See what it would change
        </Button>
        <FormReply reply={{ initialValue: values, error: reply?.error }}>
          {reply?.preview && <PolicyChanges preview={reply.preview} />}
          <Additions form={form} values={values} />
          <OpenFigures form={form} />
          <Section title="From when">
            <DateField
              name="startsOn"
              label="It holds from"
              required
              min={form.earliest}
              hint="Cycles that are open on that day are judged with it from then on; closed ones stay as they were judged."
            />
          </Section>
        </FormReply>
        <FormActions>
          <Button tone="primary" name="intent" value="save" pending={isSending}>
            Save as revision {form.version + 1}
          </Button>
          <Button name="intent" value="preview" pending={isSending}>
            See what it would change
          </Button>
          <ButtonLink href={back} tone="quiet">
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}

export type LoadedForm = ReturnType<typeof useLoaderData<typeof loader>>

/** What is stored, as the fields of the form have it. */
function storedValues({ policy, figures, conversions }: LoadedForm): Record<string, unknown> {
  return {
    startsOn: policy.startsOn,
    rules: policy.rules,
    figures: figures.map(({ rule }) => ({
      rule,
      amount: policy.figures.find((it) => it.rule === rule)?.amount,
    })),
    conversions: conversions.map(({ from, level }) => ({
      from,
      level,
      units: policy.conversions.find((it) => it.from === from && it.level === level)?.units,
    })),
  }
}
