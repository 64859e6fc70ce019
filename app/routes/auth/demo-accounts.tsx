import type { DemoAccount } from '~/http/demo-accounts.server'
import { paths } from '~/http/paths'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** The people to try the product as; a name fills the form. */
export function DemoAccounts(props: { accounts: DemoAccount[]; password: string; to: string }) {
  const href = (key: string) =>
    `${paths.signIn()}?${new URLSearchParams({ ...(props.to !== '/' && { to: props.to }), as: key })}`
  return (
    <Section
      title="Try it as"
      lead={
        <>
          This is a demonstration: choose a name and sign in. Everybody’s password is{' '}
          <code className="whitespace-nowrap">{props.password}</code>
        </>
      }
    >
      <ul className="space-y-2">
        {props.accounts.map(({ key, name, role, email }) => (
          <li key={key}>
            <TextLink href={href(key)} strong>
              {name}
            </TextLink>
            , {role}
            <span className="block text-sm text-ink-quiet">{email}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
