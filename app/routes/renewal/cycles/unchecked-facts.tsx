import { paths } from '~/http/paths'
import { TextLink } from '~/ui/link'
import type { ShownCycle } from './show'

/** What could not be checked, and what to do about it. */
export function uncheckedFacts(
  { unchecked, licenses, cycle }: ShownCycle,
  district: { slug: string },
) {
  const because = (why: ShownCycle['unchecked'][number]['because']) =>
    unchecked.filter((it) => it.because === why)
  const namesOf = (rules: { label: string }[]) => rules.map(({ label }) => label).join('; ')
  const byClass = because('class_not_stated')
  const byAdditional = because('additional_license')
  const classless = licenses.find(({ hasClass }) => !hasClass)
  const sayWhich = 'Say which class of license it is'
  return [
    ...(byClass.length > 0
      ? [
          {
            term: 'Depends on the class',
            value: (
              <>
                {classless && cycle.can.edit ? (
                  <TextLink href={paths.license(district, classless.id)}>{sayWhich}</TextLink>
                ) : (
                  sayWhich
                )}
                . Until then this is left open: {namesOf(byClass)}.
              </>
            ),
          },
        ]
      : []),
    ...(byAdditional.length > 0
      ? [
          {
            term: 'Additional license',
            value: `No source says whether it asks for this as well, so ask your state: ${namesOf(byAdditional)}.`,
          },
        ]
      : []),
    ...because('not_stated').map(({ label, rows }) => ({
      term: 'Could not be checked',
      value: `${label}${rows > 1 ? ` (${rows} times)` : ''}: your record does not say.`,
    })),
  ]
}
