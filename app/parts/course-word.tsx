import type { CourseState } from '~/domain/evaluation/course'
import { Status, type Tone } from '~/ui/status'

const WORDS: Record<CourseState, { tone: Tone; word: string }> = {
  exempt: { tone: 'neutral', word: 'Nothing to do' },
  met: { tone: 'good', word: 'Complete' },
  on_course: { tone: 'good', word: 'On course' },
  behind: { tone: 'warn', word: 'Behind' },
  ended: { tone: 'bad', word: 'Ended, not complete' },
  closed: { tone: 'neutral', word: 'Closed' },
}

/** Whether somebody will make it, in a word. */
export function CourseWord({ state }: { state: CourseState }) {
  const { tone, word } = WORDS[state]
  return <Status tone={tone}>{word}</Status>
}
