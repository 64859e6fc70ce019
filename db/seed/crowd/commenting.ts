import { PATHWAYS } from '../catalog'
import { addDays, at, weekday } from '../day'
import { recordEvent } from '../event'
import { idOf } from '../id'
import type { Person } from '../names'
import type { Stage } from '../stage'

/** Has the coordinator share the pathway that is being built, and colleagues say what they think. */
export function discussDraft(stage: Stage) {
  const { names, rows, today } = stage
  const versionId = names.versions.draft
  const ago = (days: number, time: string) => at(weekday(addDays(today, -days)), time)
  const readers = [names.cora, names.nora, names.omar]
  for (const { id: memberId } of readers) {
    rows.pathwayReaders.push({
      id: idOf(`${versionId}/reader/${memberId}`, ago(7, '14:20')),
      versionId,
      memberId,
      askedById: names.ming.id,
      askedAt: ago(7, '14:20'),
      question: 'Is this enough for a semester, and does it fit what you teach already?',
    })
  }
  recordEvent(stage, 'pathway.shared', names.pathways.draft, names.ming.id, ago(7, '14:20'), {
    number: 1,
    with: readers.map(({ id }) => id),
  })
  const step = PATHWAYS.draft.steps.find(({ key }) => key === 'draftMinutes')!
  say(names.nora, ago(6, '19:30'), {
    text: 'Two hours with the librarian is hard before winter break. Could it be after January?',
    stepKey: names.steps.draftMinutes,
    stepTitle: step.title,
  })
  say(names.omar, ago(5, '15:45'), {
    text: 'Please say in the description that the course is free for us.',
    settledAt: ago(4, '14:05'),
    settledById: names.ming.id,
  })

  function say(
    { id: memberId }: Person,
    writtenAt: Date,
    said: {
      text: string
      stepKey?: string
      stepTitle?: string
      settledAt?: Date
      settledById?: string
    },
  ) {
    const id = idOf(`${versionId}/comment/${memberId}`, writtenAt)
    const { settledAt, settledById } = said
    rows.pathwayComments.push({ id, versionId, memberId, writtenAt, ...said })
    recordEvent(stage, 'comment.written', id, memberId, writtenAt)
    if (settledAt) recordEvent(stage, 'comment.settled', id, settledById!, settledAt)
  }
}
