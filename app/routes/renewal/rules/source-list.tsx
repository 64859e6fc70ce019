import type { ShownRuleSet } from '~/domain/rule-sets/showing'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

const idOf = (key: string) => `source-${key}`

/** The sources of a figure, as links to the list of them. */
export function SourceLinks({ keys }: { keys: string[] }) {
  return (
    <span className="text-sm">
      {keys.length === 1 ? 'Source ' : 'Sources '}
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 && ', '}
          <TextLink href={`#${idOf(key)}`}>{key}</TextLink>
        </span>
      ))}
    </span>
  )
}

/** Every page that was read, with a link where its address is one. */
export function SourceList({ sources }: { sources: ShownRuleSet['sources'] }) {
  return (
    <Section title="Sources">
      <ul className="space-y-3">
        {sources.map(({ key, parts, dated }) => (
          <li key={key} id={idOf(key)} className="max-w-line wrap-anywhere">
            <strong>{key}</strong>{' '}
            {parts.map(({ text, href }) =>
              href ? (
                <TextLink key={text} href={href} rel="noreferrer">
                  {text}
                </TextLink>
              ) : (
                <span key={text}>{text}</span>
              ),
            )}
            {dated && <span className="text-ink-quiet"> ({dated})</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
