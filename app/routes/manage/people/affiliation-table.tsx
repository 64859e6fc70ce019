import type { getMember } from '~/domain/members/showing.server'
import { ROLES } from '~/domain/staff/staff'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'

type Affiliation = Awaited<ReturnType<typeof getMember>>['affiliations'][number]

/** Where somebody works and worked, newest first. */
export function AffiliationTable(props: {
  person: { id: string; name: string }
  affiliations: Affiliation[]
  mayEnd: boolean
}) {
  const { person, affiliations, mayEnd } = props
  const { district, today } = useDistrict()
  if (affiliations.length === 0) {
    return <p className="text-ink-quiet">Works nowhere yet, and cannot sign in until then.</p>
  }
  return (
    <Table
      caption="Affiliations"
      captionHidden
      rows={affiliations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'role',
          head: 'Role',
          rowHead: true,
          cell: ({ role, organization }) => `${ROLES[role]}, ${organization}`,
        },
        {
          key: 'from',
          head: 'From',
          cell: ({ startedOn }) => <Day value={startedOn} today={today} />,
        },
        {
          key: 'until',
          head: 'Until',
          cell: ({ startedOn, endedOn }) =>
            endedOn === null ? (
              'Today and on'
            ) : endedOn < startedOn ? (
              'Never came to be'
            ) : (
              <Day value={endedOn} today={today} />
            ),
        },
        {
          key: 'source',
          head: 'Comes from',
          from: 'md',
          cell: ({ source }) => (source === 'roster' ? 'The roster' : 'A person'),
        },
        {
          key: 'end',
          head: 'End it',
          headHidden: true,
          cell: (affiliation) =>
            mayEnd &&
            affiliation.canEnd && (
              <TextLink
                href={paths.affiliationEnding(district, person, affiliation)}
                aria-label={`End it: ${ROLES[affiliation.role]}, ${affiliation.organization}`}
              >
                End it
              </TextLink>
            ),
        },
      ]}
    />
  )
}
