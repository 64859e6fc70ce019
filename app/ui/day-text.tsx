import { formatDay, formatExactDay, formatShortDay, relativeDay, type IsoDay } from './day'

/** A day as people say it, the exact one on hover and in print. */
export function Day(props: { value: IsoDay; today?: IsoDay; short?: boolean }) {
  const words = (props.short ? formatShortDay : formatDay)(props.value, props.today)
  return (
    <Time value={props.value} words={words} isExact={words.includes(props.value.slice(0, 4))} />
  )
}

/** "in 6 days", with the exact day on hover and in print. */
export function RelativeDay(props: { value: IsoDay; today: IsoDay }) {
  return <Time value={props.value} words={relativeDay(props.value, props.today)} />
}

function Time(props: { value: IsoDay; words: string; isExact?: boolean }) {
  const exact = formatExactDay(props.value)
  return (
    <time dateTime={props.value} title={exact} data-exact={props.isExact ? undefined : exact}>
      {props.words}
    </time>
  )
}
