import { byFirst, type Kind } from './kind'

/** A course of the catalog, completed and approved. */
export const course: Kind = {
  name: 'Course',
  adding: 'A course to complete',
  inWords: ({ course }) =>
    course ? `Complete “${course}”` : 'Complete a course that is still to be chosen',
  isOpen: ({ courseId }) => courseId === null,
  meet: byFirst(
    ({ courseId }, { kind, about }) =>
      kind === 'completion' && courseId !== null && about === courseId,
  ),
  trace: () => null,
}
