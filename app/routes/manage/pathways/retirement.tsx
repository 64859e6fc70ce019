import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { getPathway } from '~/domain/pathways/queries.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { retirePathway } from '~/domain/pathways/publishing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'

export const meta: MetaFunction = () => [{ title: 'Retire a pathway · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getPathway, idOf(args.params.pathway))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, nothingInput, async () => {
    const { title } = await member.write(retirePathway, id)
    return redirectWithNotice(paths.managedPathways(member.district), `“${title}” is retired.`)
  })
}

export default function Retirement() {
  const { pathway, can } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isRetiring = useNavigation().state === 'submitting'
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={can.edit ? `Retire “${pathway.title}”?` : 'This pathway is retired'}
        lead={can.edit ? 'This cannot be undone.' : undefined}
      />
      {can.edit && (
        <Form method="post" className="max-w-form">
          <FormReply reply={reply}>
            <ul className="max-w-line list-disc space-y-2 pl-5">
              <li>Its assignments end, and nobody is enrolled any more.</li>
              {pathway.open > 0 && (
                <li>
                  {counted(pathway.open, 'person', 'people')} under way will no longer have it; what
                  they did stays in their record.
                </li>
              )}
              {pathway.completed > 0 && (
                <li>{counted(pathway.completed, 'completion', 'completions')} will stay.</li>
              )}
            </ul>
            <FormActions>
              <Button tone="danger" pending={isRetiring}>
                Retire it
              </Button>
              <ButtonLink href={paths.managedPathway(district, pathway)} tone="quiet">
                Keep it
              </ButtonLink>
            </FormActions>
          </FormReply>
        </Form>
      )}
    </>
  )
}
