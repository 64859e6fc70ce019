import { paths } from './paths'

type Submission = {
  activityId: string | null
  completionId: string | null
  awardId: string | null
  enrollmentId: string | null
}

/** The page of what a submission is about. */
export function submissionPath(district: { slug: string }, submission: Submission) {
  const { activityId, completionId, awardId, enrollmentId } = submission
  if (activityId) return paths.activity(district, activityId)
  if (completionId) return paths.completion(district, completionId)
  if (awardId) return paths.award(district, awardId)
  return enrollmentId ? paths.enrollment(district, enrollmentId) : paths.enrollments(district)
}
