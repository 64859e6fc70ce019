import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { createPathway, openNewPathway } from '~/domain/pathways/building.server'
import { newPathwayInput } from '~/domain/pathways/inputs.server'
import { findTemplate } from '~/domain/pathways/templates/template'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { PathwayFields } from './pathway-fields'
import { TemplateChoice } from './template-choice'

export const meta: MetaFunction = () => [{ title: 'Build a pathway · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  await member.read(openNewPathway)
  const template = findTemplate(queryOf(args.request).text('template'))
  return { template, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, newPathwayInput, async (input) => {
    const pathway = await member.write(createPathway, input)
    return redirectWithNotice(
      paths.managedPathway(member.district, pathway),
      `Now ${input.template ? 'look over' : 'add'} its steps. Nobody sees it before you publish it.`,
    )
  })
}

export default function NewPathway() {
  const { kept, template } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSaving = useNavigation().state === 'submitting'
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs items={[{ label: 'Pathways', href: paths.managedPathways(district) }]} />
        }
        title="Build a pathway"
        lead="Begin with an empty path, or with one that others have thought through."
      />
      <TemplateChoice chosen={template} />
      <Form key={template?.key} method="post" noValidate className="max-w-form">
        <FormReply reply={reply}>
          {template && <input type="hidden" name="template" value={template.key} />}
          <PathwayFields values={template ?? undefined} />
          <FormActions>
            <Button tone="primary" pending={isSaving}>
              Go on to the steps
            </Button>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}
