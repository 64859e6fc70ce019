import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { getPathway } from '~/domain/pathways/queries.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { termsInWords } from '~/domain/pathways/pathway'
import { publishPathway } from '~/domain/pathways/publishing.server'
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

export const meta: MetaFunction = () => [{ title: 'Publish a pathway · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getPathway, idOf(args.params.pathway))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, nothingInput, async () => {
    const { number, followed } = await member.write(publishPathway, id)
    const people =
      followed > 0 ? ` ${counted(followed, 'person follows', 'people follow')} it from now on.` : ''
    return redirectWithNotice(
      paths.managedPathway(member.district, id),
      `Version ${number} is published.${people}`,
    )
  })
}

export default function Publication() {
  const { pathway, version, publishedNumber, parts, can } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isPublishing = useNavigation().state === 'submitting'
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={can.build ? `Publish version ${version?.number}?` : 'Nothing to publish'}
        lead={
          can.build
            ? `${pathway.title}: ${version ? termsInWords({ ...version, parts }).toLowerCase() : ''}.`
            : 'This pathway has no changes that wait to be published.'
        }
      />
      {can.build && (
        <Form method="post" className="max-w-form">
          <FormReply reply={reply}>
            <ul className="max-w-line list-disc space-y-2 pl-5">
              {publishedNumber === null ? (
                <li>From now on it can be assigned and offered.</li>
              ) : (
                <li>
                  {counted(pathway.open, 'person', 'people')} under way will follow it and keep the
                  steps they have done.
                </li>
              )}
              {pathway.completed > 0 && (
                <li>
                  {counted(
                    pathway.completed,
                    'completion stays as it is',
                    'completions stay as they are',
                  )}
                  .
                </li>
              )}
              <li>
                The steps of a published version, and how many are asked for, never change; later
                changes to them make a new version. Its name, its description and how long it stays
                current can be changed at any time, for everybody under way at once.
              </li>
            </ul>
            <FormActions>
              <Button tone="primary" pending={isPublishing}>
                Publish
              </Button>
              <ButtonLink href={paths.managedPathway(district, pathway)} tone="quiet">
                Not yet
              </ButtonLink>
            </FormActions>
          </FormReply>
        </Form>
      )}
    </>
  )
}
