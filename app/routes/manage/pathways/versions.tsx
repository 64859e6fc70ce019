import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listVersions } from '~/domain/comments/listing.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { useListUrl } from '~/parts/list-url'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { PathwayTrail } from '../pathway-trail'
import { CommentList } from './comment-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.pathway.title ?? 'a pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listVersions, idOf(args.params.pathway), queryOf(args.request).page())
}

export default function Versions() {
  const { pathway, versions } = useLoaderData<typeof loader>()
  const { timeZone, today } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title="Versions"
        lead={`What became different about ${pathway.title}, and what was said before.`}
      />
      {versions.total === 0 && (
        <EmptyState title="No version is published yet" icon="pathway">
          Each version that is published stands here, with what was different and what colleagues
          said about it.
        </EmptyState>
      )}
      {versions.rows.map((version) => (
        <Section key={version.id} title={`Version ${version.number}`}>
          <p className="text-ink-quiet">
            Published on <Day value={dayOf(version.publishedAt, timeZone)} today={today} />
            {version.publishedBy && ` by ${version.publishedBy}`}
          </p>
          {version.changeNote && <p className="mt-2 max-w-line">{version.changeNote}</p>}
          {version.comments.length > 0 && (
            <div className="mt-4">
              <CommentList comments={version.comments} />
            </div>
          )}
        </Section>
      ))}
      <Pagination
        page={versions.page}
        pageCount={versions.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
