import { groupBy } from '~/domain/grouping'
import { SUPPORT_WORDS, type SupportGroup } from '~/domain/readiness/support'
import type { Support } from '~/domain/readiness/support.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { stepWords } from '~/ui/cairn'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

type Person = Support['people']['rows'][number]

/** Some people whom the same would help, by name. */
export function SupportGroupSection(props: {
  group: SupportGroup
  people: Person[]
  /** Where the decisions are made that they wait for. */
  queueHref: string | null
}) {
  const { group, people, queueHref } = props
  const { district } = useDistrict()
  if (people.length === 0) return null
  const { title, help } = SUPPORT_WORDS[group]
  return (
    <Section
      title={title}
      lead={help}
      action={queueHref && <TextLink href={queueHref}>Decide on what waits</TextLink>}
    >
      <ul className="divide-y divide-line border-y border-line">
        {[...groupBy(people, ({ memberId }) => memberId)].map(([memberId, rows]) => (
          <li
            key={memberId}
            className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[16rem_1fr] print:break-inside-avoid"
          >
            <TextLink href={paths.staffMember(district, memberId)} tone="ink" strong>
              {rows[0]?.name}
            </TextLink>
            <ul className="space-y-1">
              {rows.map((row) => (
                <li key={row.id} className="flex flex-wrap justify-between gap-x-6">
                  <span>{row.pathway}</span>
                  <span className="text-ink-quiet">
                    {stepWords(row.stepsCompleted, row.stepsRequired)}
                    <When person={row} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function When({ person }: { person: Person }) {
  const { today } = useDistrict()
  const { dueOn, enrolledOn } = person
  if (!dueOn) {
    return (
      <>
        , since <Day value={enrolledOn} today={today} short />
      </>
    )
  }
  return (
    <>
      , {dueOn < today ? 'was due' : 'due'} <Day value={dueOn} today={today} short />
    </>
  )
}
