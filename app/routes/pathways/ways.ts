import type { EnrollmentStep } from '~/domain/pathways/enrollment-page.server'
import type { StepKind } from '~/domain/pathways/pathway'
import type { Ask } from '~/domain/pathways/step-kinds/kind'
import { competencyName } from '~/domain/frameworks/competency'
import { paths } from '~/http/paths'

type District = { slug: string }
type Enrollment = { id: string; completedOn: string | null }
type Asked = Pick<Ask, 'kind' | 'courseId' | 'achievementId' | 'competencies'>
type Asking = Pick<EnrollmentStep, 'stepKey' | 'completedOn' | 'after'> & { asks: Asked[] }
type Way = { label: string; href: string }

/** What one can do about a step, none when nothing is left to do or something else comes first. */
export function waysOf(district: District, enrollment: Enrollment, step: Asking): Way[] {
  if (enrollment.completedOn !== null || step.completedOn !== null || step.after !== null) return []
  return step.asks.map((ask) => WAYS[ask.kind](district, ask, { enrollment, step }))
}

type At = { enrollment: Enrollment; step: Asking }

/** Where one does what each kind of step asks for. */
const WAYS: Record<StepKind, (district: District, ask: Asked, at: At) => Way> = {
  course: (district, { courseId }) =>
    to('Record the course', paths.newCompletion(district), { course: courseId }),
  badge: (district, { achievementId }) =>
    to('Record the badge', paths.newAward(district), { achievement: achievementId }),
  evidence: (district, _, { enrollment, step }) =>
    to('Show evidence', paths.enrollmentEvidence(district, enrollment), { step: step.stepKey }),
  goal: (district) => to('Set a goal', paths.newGoal(district), {}),
  pathway: (district) => to('See your pathways', paths.enrollments(district), {}),
  activity_minutes(district, { competencies }) {
    const codes = competencies.map((id) => competencyName(id).split(' ')[0])
    return to(`Log an activity on ${codes.join(' or ')}`, paths.newActivity(district), {
      competency: competencies[0] ?? null,
    })
  },
}

function to(label: string, path: string, query: Record<string, string | null>): Way {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(given).toString()
  return { label, href: search ? `${path}?${search}` : path }
}
