import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { commentInput } from '~/domain/comments/inputs.server'
import { getPreview } from '~/domain/comments/preview.server'
import { writeComment } from '~/domain/comments/writing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { PathwayTrail } from '../pathway-trail'
import { CommentForm } from './comment-form'
import { CommentList, TakeBackButton } from './comment-list'
import { PathPreview } from './path-preview'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preview of ${data?.pathway.title ?? 'a pathway'} · Cairn` },
]

/** A pathway as an educator sees it on the first day, and what is said about it before it is published. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getPreview, idOf(args.params.pathway))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  const { origin } = args.context.environment
  return submit(args.request, commentInput, async (input) => {
    await member.write(writeComment, id, input, origin)
    return redirectWithNotice(
      `${paths.pathwayPreview(member.district, id)}#comments`,
      'Your comment is sent.',
    )
  })
}

export default function PathwayPreview() {
  const { pathway, version, parts, steps, comments, asked, can } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={
          can.seePathways ? (
            <PathwayTrail pathway={pathway} />
          ) : (
            <Breadcrumbs items={[{ label: 'Pathways', href: paths.enrollments(district) }]} />
          )
        }
        title={pathway.title}
        lead={pathway.description || undefined}
      >
        <p className="text-ink-quiet">
          {version.isDraft
            ? `Version ${version.number}, not published yet. This is how it looks to an educator on the first day.`
            : 'This is how it looks to an educator on the first day.'}
        </p>
      </PageHeader>
      {asked && (
        <div className="mb-6 max-w-line">
          <Notice
            title={
              version.isDraft
                ? `${asked.by} asks what you think of it`
                : `${asked.by} asked what you think of it; it is published now`
            }
          >
            {asked.question ?? 'Comments can be about the whole or about one step.'}
          </Notice>
        </div>
      )}
      <Section title="Steps">
        <PathPreview pathway={pathway} parts={parts} terms={version} isOpen={false} />
      </Section>
      {(can.comment || comments.length > 0) && (
        <Section title="Comments" id="comments">
          {comments.length > 0 ? (
            <CommentList
              comments={comments}
              linksSteps
              action={(comment) => <TakeBackButton pathway={pathway} comment={comment} />}
            />
          ) : (
            <p className="text-ink-quiet">Nobody has said anything yet.</p>
          )}
          {can.comment && <CommentForm key={comments.length} steps={steps} reply={reply} />}
        </Section>
      )}
    </>
  )
}
