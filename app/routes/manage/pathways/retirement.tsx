import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPathway } from '~/domain/pathways/queries.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { retirePathway } from '~/domain/pathways/publishing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { LastQuestion } from '~/parts/last-question'
import { counted } from '~/parts/people-words'
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
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={can.edit ? `Retire “${pathway.title}”?` : 'This pathway is retired'}
        lead={can.edit ? 'This cannot be undone.' : undefined}
      />
      {can.edit && (
        <LastQuestion
          points={[
            'Its assignments end, and nobody is enrolled any more.',
            pathway.open > 0 &&
              `${counted(pathway.open, 'person', 'people')} under way will no longer have it; what they did stays in their record.`,
            pathway.completed > 0 &&
              `${counted(pathway.completed, 'completion', 'completions')} will stay.`,
          ]}
          doing="Retire it"
          backTo={paths.managedPathway(district, pathway)}
        />
      )}
    </>
  )
}
