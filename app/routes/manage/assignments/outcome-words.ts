import { counted } from '~/parts/people-words'

type Outcome = { enrolled: number; waiting: number; removed?: number }

/** What came of making or editing an assignment, in one sentence. */
export function outcomeInWords(kind: string, { enrolled, waiting, removed = 0 }: Outcome) {
  if (kind === 'offered') return 'Offered. Whoever wants it joins.'
  if (waiting > 0) {
    return `${counted(waiting, 'person is', 'people are')} being enrolled; this page shows how far it is.`
  }
  const taken = removed > 0 ? ` ${counted(removed, 'person was', 'people were')} taken off.` : ''
  return `${counted(enrolled, 'person is', 'people are')} enrolled.${taken}`
}
