import { formatDay, formatExactDay, formatShortDay, relativeDay, type IsoDay } from './day'

/** A day as people say it, the exact one on hover and in print. */
export function Day(props: { value: IsoDay; today?: IsoDay; short?: boolean }) {
  const words = (props.short ? formatShortDay : formatDay)(props.value, props.today)
  const year = props.value.slice(0, 4)
  return (
    <Time
      value={props.value}
      words={words}
      print={words.includes(year) ? undefined : year}
      isWhole={props.short}
    />
  )
}

/** "in 6 days", with the exact day on hover and in print. */
export function RelativeDay(props: { value: IsoDay; today: IsoDay }) {
  return (
    <Time
      value={props.value}
      words={relativeDay(props.value, props.today)}
      print={`(${formatExactDay(props.value)})`}
      isWhole
    />
  )
}

function Time(props: {
  value: IsoDay
  words: string
  print?: string
  /** Short enough never to be broken into two lines. */
  isWhole?: boolean
}) {
  return (
    <time
      dateTime={props.value}
      title={formatExactDay(props.value)}
      data-print={props.print}
      className={props.isWhole ? 'whitespace-nowrap print:whitespace-normal' : undefined}
    >
      {props.words}
    </time>
  )
}
