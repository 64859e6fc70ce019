import { COURSES } from '../catalog'
import { at } from '../day'
import { complete, importCompletion } from '../learning'
import type { Stage } from '../stage'
import type { Teller } from './teller'

/** Courses that Ana and some others have completed. */
export function completeCourses(stage: Stage, { ago, sent, approved, returned, unnamed }: Teller) {
  const { names } = stage
  const { completions, submissions } = names
  const course = (key: keyof typeof COURSES, memberId = names.ana.id) => {
    const { title, provider, minutes } = COURSES[key]
    return {
      courseId: names.courses[key],
      title,
      provider: provider ?? names.name,
      minutes,
      memberId,
    }
  }

  complete(stage, { id: completions.approved, ...course('ai'), completedOn: ago(50) }, [
    sent(ago(49)),
    approved(ago(48)),
  ])
  complete(stage, { id: completions.waiting, ...course('coding'), completedOn: ago(7) }, [
    sent(ago(6), submissions.completion),
  ])
  complete(stage, { id: completions.returned, ...course('media'), completedOn: ago(30) }, [
    sent(ago(28)),
    returned(ago(26), 'The certificate is somebody else’s. Please attach yours.'),
  ])
  importCompletion(
    stage,
    { id: completions.imported, ...course('privacy'), completedOn: ago(62) },
    at(ago(61), '13:20'),
  )
  complete(
    stage,
    { id: unnamed('omar-course'), ...course('privacy', names.omar.id), completedOn: ago(326) },
    [sent(ago(325)), approved(ago(324))],
  )
  complete(
    stage,
    { id: unnamed('nora-course'), ...course('privacy', names.nora.id), completedOn: ago(410) },
    [sent(ago(409)), approved(ago(408), undefined, names.dev.id)],
  )
}
