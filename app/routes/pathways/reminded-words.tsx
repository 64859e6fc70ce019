import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'

/** When one was reminded of a pathway the last time, and by whom. */
export function RemindedWords(props: { reminder: { sentOn: string; by: string | null } }) {
  const { today } = useDistrict()
  const { sentOn, by } = props.reminder
  return (
    <>
      {' '}
      Reminded on <Day value={sentOn} today={today} />
      {by && ` by ${by}`}.
    </>
  )
}
