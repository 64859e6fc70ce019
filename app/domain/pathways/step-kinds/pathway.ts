import { byFirst, type Kind } from './kind'

/** Another pathway, completed and current. */
export const pathway: Kind = {
  name: 'Pathway',
  adding: 'Another pathway to complete',
  inWords: ({ pathway: title }) =>
    title ? `Complete the pathway “${title}”` : 'Complete a pathway that is still to be chosen',
  isOpen: ({ pathwayId }) => pathwayId === null,
  meet: byFirst(
    ({ pathwayId }, { kind, about }) =>
      kind === 'enrollment' && pathwayId !== null && about === pathwayId,
  ),
  trace: () => null,
}
