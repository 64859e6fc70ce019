import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import type { ClaimPreview } from '~/domain/renewal/preview.server'
import { paths } from '~/http/paths'
import { Notice } from '~/ui/notice'
import { useDistrict } from './district-context'

/**
 * What the rules make of something as it was saved last, once it is approved; asked for again whenever it
 * has been saved.
 */
export function RuleView(props: {
  kind: 'activity' | 'completion' | 'award'
  id: string
  preview: ClaimPreview | null
  savedAt: string | null
}) {
  const { district } = useDistrict()
  const { load, data } = useFetcher<ClaimPreview | null>()
  const { kind, id, savedAt } = props
  useEffect(() => {
    if (savedAt) load(paths.claimPreview(district, kind, id))
  }, [load, district, kind, id, savedAt])
  const preview = data ?? props.preview
  if (!preview || preview.length === 0) {
    return (
      <p className="mt-6 text-sm text-ink-quiet">
        As soon as the day and the hours are saved, what your state makes of it stands here.
      </p>
    )
  }
  return (
    <div className="mt-6 space-y-3" aria-live="polite">
      {preview.map(({ cycle, state, verdict, sentence, course, isApproved }) => (
        <Notice
          key={cycle}
          tone={verdict === 'counts' ? 'good' : 'neutral'}
          title={isApproved ? state : `${state}, once it is approved`}
        >
          <p>{sentence}</p>
          <p className="mt-1 text-sm">{course}</p>
        </Notice>
      ))}
    </div>
  )
}
