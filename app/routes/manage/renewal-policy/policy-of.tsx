import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { Disclosure } from '~/ui/disclosure'
import { ButtonLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { ListedPolicy } from './index'

type Revision = ListedPolicy['revisions'][number]

/** What the district asks beyond one rule set: now, from a day to come, and before. */
export function PolicyOf({ policy }: { policy: ListedPolicy }) {
  const { district } = useDistrict()
  const { current, next, revisions } = policy
  return (
    <Section
      title={policy.name}
      lead={`${policy.place}: ${counted(policy.people, 'educator is', 'educators are')} renewed by these rules.`}
      action={
        <ButtonLink href={paths.renewalPolicyOf(district, policy.id)} size="small" icon="edit">
          Change
        </ButtonLink>
      }
    >
      {current ? (
        <Asked revision={current} />
      ) : (
        <p className="text-ink-quiet">The district asks nothing beyond the state.</p>
      )}
      {next && next !== current && (
        <div className="mt-4">
          <h3 className="font-semibold">
            From <Day value={next.startsOn} />
          </h3>
          <Asked revision={next} />
        </div>
      )}
      {policy.open > 0 && (
        <p className="mt-2 text-ink-quiet">
          {counted(policy.open, 'figure is', 'figures are')} open in the rules of the state; the
          district may set them.
        </p>
      )}
      {revisions.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={counted(revisions.length, 'revision', 'revisions')}>
            <ol className="space-y-3">
              {revisions.map((revision) => (
                <Saved key={revision.revision} revision={revision} />
              ))}
            </ol>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

function Asked({ revision }: { revision: Pick<Revision, 'asks'> }) {
  if (revision.asks.length === 0) return <p className="text-ink-quiet">Nothing more is asked.</p>
  return (
    <ul className="list-disc pl-6">
      {revision.asks.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  )
}

function Saved({ revision }: { revision: Revision }) {
  return (
    <li>
      <p>
        Revision {revision.revision}, from <Day value={revision.startsOn} />, saved by{' '}
        {revision.savedBy} on <Day value={revision.savedOn} />
      </p>
      <Asked revision={revision} />
    </li>
  )
}
