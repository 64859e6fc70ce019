import { countUnsettled } from '~/domain/comments/comment'
import type { getDraftComments } from '~/domain/comments/preview.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { ButtonLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { CommentList, SettleButton } from './comment-list'

type Page = Awaited<ReturnType<typeof getDraftComments>> & {
  pathway: { id: string }
  can: { build: boolean }
}

/** Beside the version that is being built: who is asked about it, and what they said. */
export function DraftComments({ page }: { page: Page }) {
  const { pathway, comments, readers, can } = page
  const { district } = useDistrict()
  return (
    <Section
      title="Comments"
      id="comments"
      lead={
        comments.length > 0
          ? `${counted(countUnsettled(comments), 'comment is', 'comments are')} not settled.`
          : undefined
      }
    >
      {comments.length > 0 ? (
        <CommentList
          comments={comments}
          linksSteps
          action={(comment) => can.build && <SettleButton pathway={pathway} comment={comment} />}
        />
      ) : (
        <p className="text-ink-quiet">
          {readers.length === 0
            ? 'Ask colleagues what they think before you publish it. They see it as an educator would.'
            : 'Nobody has said anything yet.'}
        </p>
      )}
      {readers.length > 0 && (
        <p className="mt-4 text-ink-quiet">
          {counted(readers.length, 'person is', 'people are')} asked:{' '}
          {readers.map(({ name }) => name).join(', ')}.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {can.build && (
          <ButtonLink href={paths.pathwaySharing(district, pathway)}>
            Share it for comment
          </ButtonLink>
        )}
        {comments.length > 0 && (
          <ButtonLink href={`${paths.pathwayPreview(district, pathway)}#comments`} tone="quiet">
            Answer in the preview
          </ButtonLink>
        )}
      </div>
    </Section>
  )
}
