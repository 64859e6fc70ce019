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
      wrapping={props.short ? 'never' : 'free'}
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
      wrapping="on paper"
    />
  )
}

/* What is short enough stays in one line; on paper the exact day follows what is relative. */
const wrappings = {
  free: undefined,
  never: 'whitespace-nowrap',
  'on paper': 'whitespace-nowrap print:whitespace-normal',
}

function Time(props: {
  value: IsoDay
  words: string
  print?: string
  wrapping: keyof typeof wrappings
}) {
  return (
    <time
      dateTime={props.value}
      title={formatExactDay(props.value)}
      data-print={props.print}
      className={wrappings[props.wrapping]}
    >
      {props.words}
    </time>
  )
}
