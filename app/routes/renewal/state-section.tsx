import type { StateOfRenewal } from '~/domain/licenses/own.server'
import type { OwnCourse } from '~/domain/renewal/courses.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { CourseWord } from '~/parts/course-word'
import { LicenseStandingWord } from '~/parts/license-standing'
import { NoRules } from './no-rules'

/** The licenses of one state, and the cycle they are renewed in. */
export function StateSection(props: { state: StateOfRenewal; course: OwnCourse | undefined }) {
  const { state, course } = props
  const { district } = useDistrict()
  return (
    <Section
      title={state.name}
      action={
        state.cycle && (
          <TextLink href={paths.cycle(district, state.cycle)} strong>
            What counts<span className="sr-only"> in {state.name}</span>
          </TextLink>
        )
      }
    >
      <div className="space-y-4">
        {course && (
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <CourseWord state={course.state} />
            <p className="max-w-line text-lg">{course.sentence}</p>
          </div>
        )}
        <CycleSentence state={state} />
        {state.licenses.length > 0 && <Licenses state={state} />}
        {state.closed.length > 0 && <ClosedCycles state={state} />}
      </div>
    </Section>
  )
}

function CycleSentence({ state }: { state: StateOfRenewal }) {
  const { district, today } = useDistrict()
  const { cycle } = state
  if (!state.hasRules) return <NoRules state={state.name} />
  if (!cycle) {
    return state.licenses.length > 0 ? (
      <p className="max-w-line text-ink-quiet">No renewal cycle is open. {state.whyNoCycle}</p>
    ) : null
  }
  return (
    <p className="max-w-line">
      Renewal cycle from <Day value={cycle.startsOn} today={today} short /> to{' '}
      <Day value={cycle.endsOn} today={today} short />. Credit counts until{' '}
      <Day value={cycle.lastDayToEarn} today={today} short />.{' '}
      {cycle.extensionReason && <>Extended: {cycle.extensionReason} </>}
      <TextLink href={paths.editCycle(district, cycle)}>
        Dates, facts and renewal<span className="sr-only"> in {state.name}</span>
      </TextLink>
    </p>
  )
}

function Licenses({ state }: { state: StateOfRenewal }) {
  const { district } = useDistrict()
  return (
    <Table
      caption={`Licenses of ${state.name}`}
      captionHidden
      rows={state.licenses}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'license',
          head: 'License',
          rowHead: true,
          cell: (license) => (
            <TextLink href={paths.license(district, license)} tone="ink" strong>
              {license.title}
            </TextLink>
          ),
        },
        { key: 'details', head: 'Kind', cell: ({ details }) => details.join(' · ') },
        {
          key: 'role',
          head: 'Renewed as',
          cell: ({ isPrimary }) => (isPrimary ? 'Primary' : 'Additional'),
        },
        {
          key: 'standing',
          head: 'Standing',
          cell: ({ standing }) => <LicenseStandingWord standing={standing} />,
        },
      ]}
    />
  )
}

function ClosedCycles({ state }: { state: StateOfRenewal }) {
  const { district, today } = useDistrict()
  return (
    <Disclosure summary={`Earlier cycles of ${state.name}`}>
      <ul className="space-y-2">
        {state.closed.map((cycle) => (
          <li key={cycle.id}>
            <TextLink href={paths.cycle(district, cycle)}>
              <Day value={cycle.startsOn} today={today} short /> to{' '}
              <Day value={cycle.endsOn} today={today} short />
            </TextLink>
            {cycle.renewedOn ? (
              <>
                , renewed on <Day value={cycle.renewedOn} today={today} short />
              </>
            ) : (
              ', closed when the license was removed'
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
