import { Status, type Tone } from '~/ui/status'

const WORDS: Record<
  'exempt' | 'met' | 'on_course' | 'behind' | 'ended',
  { tone: Tone; word: string }
> = {
  exempt: { tone: 'neutral', word: 'Nothing to do' },
  met: { tone: 'good', word: 'Complete' },
  on_course: { tone: 'good', word: 'On course' },
  behind: { tone: 'warn', word: 'Behind' },
  ended: { tone: 'bad', word: 'Ended, not complete' },
}

/** Whether somebody will make it, in a word. */
export function CourseWord({ state }: { state: keyof typeof WORDS }) {
  const { tone, word } = WORDS[state]
  return <Status tone={tone}>{word}</Status>
}
