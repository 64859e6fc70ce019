import type { ChangeKind, NamedChanges } from '~/domain/roster/outcome'
import { Disclosure } from '~/ui/disclosure'
import { Section } from '~/ui/section'
import { ChangeSentence } from './change-sentence'

const TITLES: Record<ChangeKind, string> = {
  ends: 'Affiliations that end',
  joins: 'Affiliations that begin',
  dates: 'Affiliations with other dates',
  added: 'People without a place to work',
  renamed: 'People with another name',
  email: 'People with another email address',
  identified: 'People known by another number',
  teaches: 'People who teach other subjects',
  organization_closed: 'Organizations that close',
  organization_added: 'New organizations',
  organization_reopened: 'Organizations that open again',
  organization_edited: 'Organizations described otherwise',
  organization_moved: 'Organizations that move',
}

const ENDINGS: ChangeKind[] = ['ends', 'organization_closed']
const SHORT = 12

/** The changes of an import by name; a short list of what ends is open, the rest is folded. */
export function ChangeSections({ changes }: { changes: NamedChanges[] }) {
  if (changes.length === 0) return null
  return (
    <Section title="By name">
      <div className="space-y-2">
        {changes.map(({ kind, total, named }) => (
          <Disclosure
            key={kind}
            summary={TITLES[kind]}
            note={total.toLocaleString('en-US')}
            open={ENDINGS.includes(kind) && total <= SHORT}
          >
            <ul className="max-w-line space-y-1 border-l border-line pl-5">
              {named.map((change, index) => (
                <li key={index}>
                  <ChangeSentence change={change} />
                </li>
              ))}
              {total > named.length && (
                <li className="text-ink-quiet">
                  and {(total - named.length).toLocaleString('en-US')} more
                </li>
              )}
            </ul>
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}
