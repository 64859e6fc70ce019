import { useSearchParams } from '@remix-run/react'
import { useDistrict } from '~/parts/district-context'
import { DateField, SelectField } from '~/ui/field'
import { ANOTHER_DAY, NOTHING } from './against'

/** What the report is laid beside. */
export function CompareFields(props: {
  /** It is the report of a school, which its district can stand beside. */
  hasDistrict: boolean
  snapshots: { id: string; name: string }[]
}) {
  const { hasDistrict, snapshots } = props
  const { today } = useDistrict()
  const [query] = useSearchParams()
  const on = query.get('on') || undefined
  const asked = query.get('compare') || (on ? ANOTHER_DAY : NOTHING)
  const isDayItself = /^\d{4}-/.test(asked)
  const isCompared = asked !== NOTHING
  return (
    <>
      <SelectField
        key={`compare ${asked}`}
        name="compare"
        label="Beside it"
        placeholder={isCompared ? undefined : 'Nothing'}
        width="medium"
        choices={[
          ...(isCompared ? [{ value: NOTHING, label: 'Nothing' }] : []),
          { value: 'year-before', label: 'The same day last year' },
          { value: ANOTHER_DAY, label: 'Another day' },
          ...(hasDistrict ? [{ value: 'district', label: 'The whole district' }] : []),
          ...(snapshots.length > 0
            ? [
                {
                  label: 'A snapshot',
                  choices: snapshots.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
        ]}
        defaultValue={isDayItself ? ANOTHER_DAY : isCompared ? asked : ''}
      />
      <DateField
        key={`on ${asked}`}
        name="on"
        label="The other day"
        max={today}
        defaultValue={isDayItself ? asked : asked === ANOTHER_DAY ? on : undefined}
      />
    </>
  )
}
