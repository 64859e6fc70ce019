import { byFirst, type Kind } from './kind'

/** A badge of the catalog, verified by a person. */
export const badge: Kind = {
  name: 'Badge',
  adding: 'A badge to earn',
  inWords: ({ achievement }) =>
    achievement ? `Earn “${achievement}”` : 'Earn a badge that is still to be chosen',
  isOpen: ({ achievementId }) => achievementId === null,
  meet: byFirst(
    ({ achievementId }, { kind, about }) =>
      kind === 'award' && achievementId !== null && about === achievementId,
  ),
  trace: () => null,
}
