import { type Health, shownCount } from '~/domain/renewal-lists/health'
import type { LicenseHealth } from '~/domain/renewal-lists/health.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Disclosure } from '~/ui/disclosure'
import { Facts } from '~/ui/facts'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

const WORDS: Record<NonNullable<Health['state']>, string> = {
  on_course: 'on course',
  behind: 'behind',
}

/** How the license renewals stand of those who let it be seen; apart from the pathways, which are the district's. */
export function LicenseHealthPanel(props: { health: LicenseHealth; organizationId: string }) {
  const { health } = props
  return (
    <Section
      title="License renewal"
      lead="Only of those who chose to let their principal see whether they are on course; today, whatever day is asked for above. A renewal is between an educator and their state."
    >
      {health.sharing === 0 ? (
        <p className="text-ink-quiet">
          Nobody here shares it. Educators decide on their page “License renewal”.
        </p>
      ) : (
        <>
          <p className="mb-4">{counted(health.sharing, 'person shares', 'people share')} it.</p>
          {health.counts ? (
            <Facts
              items={[
                { term: 'On course', value: shownCount(health.counts.onCourse) },
                { term: 'Behind', value: shownCount(health.counts.behind) },
                { term: 'Ends within 12 months', value: shownCount(health.counts.expiring) },
              ]}
            />
          ) : (
            <p className="text-ink-quiet">They are too few to be counted.</p>
          )}
          <div className="mt-4">
            <Disclosure summary="Who they are">
              <People people={health.people} />
              <More {...props} />
            </Disclosure>
          </div>
        </>
      )}
    </Section>
  )
}

function People({ people }: { people: LicenseHealth['people'] }) {
  const { district } = useDistrict()
  return (
    <ul className="space-y-1">
      {people.map((person) => (
        <li key={person.id}>
          <TextLink href={paths.staffMember(district, person)} tone="ink">
            {person.name}
          </TextLink>
          , {person.state ? WORDS[person.state] : 'no renewal under way'}
        </li>
      ))}
    </ul>
  )
}

/** How many more share it than are named, and where everybody stands who is behind. */
function More({ health, organizationId }: { health: LicenseHealth; organizationId: string }) {
  const { district } = useDistrict()
  if (health.more === 0) return null
  const query = new URLSearchParams({ organization: organizationId })
  return (
    <p className="mt-2">
      And {health.more.toLocaleString('en-US')} more.{' '}
      {health.can.openLists && (
        <TextLink href={`${paths.licensesBehind(district)}?${query}`}>
          Everybody who is not on target
        </TextLink>
      )}
    </p>
  )
}
