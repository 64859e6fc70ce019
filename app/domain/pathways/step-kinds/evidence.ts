import { byFirst, type Kind } from './kind'

export const MAX_CRITERIA = 8
export const MAX_CRITERION_LENGTH = 200

/** Something to show; a reviewer looks at it, by criteria if there are some. */
export const evidence: Kind = {
  name: 'Evidence',
  adding: 'Evidence to show',
  inWords: ({ rubric }) =>
    rubric.length === 0
      ? 'Show evidence; a reviewer looks at it'
      : `Show evidence; a reviewer looks for ${rubric.length === 1 ? 'one thing' : `${rubric.length} things`}`,
  isOpen: () => false,
  meet: byFirst((_, { kind, about }, stepKey) => kind === 'evidence' && about === stepKey),
  trace: () => null,
}
