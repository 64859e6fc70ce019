import type { ComponentProps, ReactNode } from 'react'
import { buttonLook, type ButtonLook } from './button-look'
import { Icon, type IconName } from './icon'

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style'> &
  ButtonLook & { icon?: IconName; iconAfter?: IconName; pending?: boolean; children: ReactNode }

/** A button; without a `type` it submits its form. While `pending` it stays focusable and says so. */
export function Button(props: ButtonProps) {
  const { tone, size, wide, icon, iconAfter, pending, children, ...rest } = props
  return (
    <button
      type="submit"
      {...rest}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={buttonLook({ tone, size, wide })}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 'small' : 'medium'} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={size === 'small' ? 'small' : 'medium'} />}
    </button>
  )
}

/** A button that is only an icon; `label` is its name for those who do not see it. */
export function IconButton(
  props: Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'> & {
    icon: IconName
    label: string
  },
) {
  const { icon, label, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className="inline-grid size-11 place-items-center rounded-control text-ink-quiet transition-colors hover:bg-sunken hover:text-ink disabled:opacity-50 md:size-9 print:hidden"
    >
      <Icon name={icon} />
    </button>
  )
}
