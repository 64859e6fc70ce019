import { counted } from '~/parts/people-words'

/** How things stand with somebody's pathways, in one sentence. */
export function stateOfThings(
  open: { dueOn: string | null }[],
  completed: number,
  offered: number,
) {
  if (open.length > 0) {
    const due = open.filter(({ dueOn }) => dueOn !== null).length
    const under = `${counted(open.length, 'pathway', 'pathways')} under way`
    return due > 0 ? `${under}, ${due} with a due date.` : `${under}, none with a due date.`
  }
  if (completed > 0) return 'Nothing is under way; you have completed what you were given.'
  return offered > 0 ? 'Nothing is assigned to you; you may join what is offered.' : undefined
}
