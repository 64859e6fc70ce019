import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPathwayProgress } from '~/domain/pathways/queries.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { enrolledFilterOf } from '~/http/enrolled-filter.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { EnrolledView } from '~/parts/enrolled/enrolled-view'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Progress on ${data?.pathway.title ?? 'a pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = enrolledFilterOf(args.request)
  const page = await member.read(getPathwayProgress, idOf(args.params.pathway), filter)
  return { ...page, filter }
}

export default function PathwayProgress() {
  const { district } = useDistrict()
  const { pathway, filter, ...page } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={`Progress on ${pathway.title}`}
      />
      <EnrolledView
        page={page}
        filter={filter}
        hrefs={{ csv: paths.pathwayPeopleCsv(district, pathway) }}
      />
    </>
  )
}
