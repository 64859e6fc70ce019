import type { EnrollmentStep } from '~/domain/pathways/enrollment-page.server'
import { competencyName } from '~/domain/frameworks/competency'
import { paths } from '~/http/paths'

type District = { slug: string }
type Enrollment = { id: string; completedOn: string | null }
type Asking = Pick<
  EnrollmentStep,
  'kind' | 'stepKey' | 'courseId' | 'achievementId' | 'competency' | 'completedOn'
>

/** What one can do about a step, none when nothing is left to do. */
export function waysOf(district: District, enrollment: Enrollment, step: Asking) {
  if (enrollment.completedOn !== null || step.completedOn !== null) return []
  const to = (label: string, path: string, query: Record<string, string | null>) => [
    { label, href: `${path}?${queryOf(query)}` },
  ]
  if (step.kind === 'course') {
    return to('Record the course', paths.newCompletion(district), { course: step.courseId })
  }
  if (step.kind === 'badge') {
    return to('Record the badge', paths.newAward(district), { achievement: step.achievementId })
  }
  if (step.kind === 'evidence') {
    return to('Show evidence', paths.enrollmentEvidence(district, enrollment), {
      step: step.stepKey,
    })
  }
  const [code] = competencyName(step.competency ?? '').split(' ')
  return to(`Log an activity on ${code}`, paths.newActivity(district), {
    competency: step.competency,
  })
}

function queryOf(query: Record<string, string | null>) {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return new URLSearchParams(given)
}
