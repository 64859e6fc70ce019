import { Form } from '@remix-run/react'
import { Avatar } from './avatar'
import { Icon, type IconName } from './icon'
import { Menu, MenuButton, MenuLine, MenuLink } from './menu'

/** The theme a person chose; `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system'

export type FramePersonProps = {
  person: { name: string; email: string }
  currentPath: string
  accountHref: string
  signOutAction: string
  themeAction: string
  theme: Theme
}

const themes: { value: Theme; label: string; icon: IconName }[] = [
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
  { value: 'system', label: 'Device', icon: 'settings' },
]

/** The person's menu: who one is signed in as, the account, the theme, the way out. */
export function FramePerson(props: FramePersonProps) {
  return (
    <Menu
      bare
      label={
        <>
          <Avatar name={props.person.name} />
          <span className="max-w-40 truncate max-lg:sr-only">{props.person.name}</span>
        </>
      }
    >
      <p className="px-4 py-2 leading-5">
        <span className="block font-semibold">{props.person.name}</span>
        <span className="block text-sm text-ink-quiet">{props.person.email}</span>
      </p>
      <MenuLine />
      <MenuLink href={props.accountHref} icon="person">
        Your account
      </MenuLink>
      <Form method="post" action={props.themeAction} preventScrollReset className="px-4 py-2">
        <input type="hidden" name="returnTo" value={props.currentPath} />
        <fieldset>
          <legend className="pb-1 text-sm text-ink-quiet">Theme</legend>
          <div className="flex gap-1">
            {themes.map((theme) => (
              <button
                key={theme.value}
                type="submit"
                name="theme"
                value={theme.value}
                aria-pressed={theme.value === props.theme}
                className="flex min-h-11 flex-1 items-center justify-center gap-1.5 rounded-control border border-line-strong px-3 text-sm hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold md:min-h-9"
              >
                <Icon name={theme.icon} size="small" />
                {theme.label}
              </button>
            ))}
          </div>
        </fieldset>
      </Form>
      <MenuLine />
      <Form method="post" action={props.signOutAction}>
        <MenuButton icon="sign-out">Sign out</MenuButton>
      </Form>
    </Menu>
  )
}
