import { iconPaths, type IconName } from './icon-paths'

export type { IconName }

const sizes = { small: 16, medium: 20, large: 24, hero: 36 }

/** An icon beside a word; give it a `title` only where it stands alone. */
export function Icon(props: { name: IconName; size?: keyof typeof sizes; title?: string }) {
  const size = sizes[props.size ?? 'medium']
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={props.title ? 'img' : undefined}
      aria-label={props.title}
      aria-hidden={props.title ? undefined : true}
      focusable="false"
      className="shrink-0"
    >
      {iconPaths[props.name]}
    </svg>
  )
}
