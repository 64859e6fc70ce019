import { isCurrent } from '~/domain/pathways/enrollment'
import { ENROLLED_STATES, type EnrolledSort, stateOf } from '~/domain/pathways/enrolled'
import type { EnrolledPage } from '~/domain/pathways/enrolled.server'
import { useDistrict } from '~/parts/district-context'
import { DueDay } from '~/parts/due-day'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { stepWords } from '~/ui/cairn'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'

type People = EnrolledPage['people']
type Enrollee = People['rows'][number]

/** The people on a pathway: how many steps, since when, and until when. */
export function EnrolledTable(props: {
  people: People
  steps: EnrolledPage['steps']
  sort: EnrolledSort
  /** Where somebody is given more time, for those who may. */
  granting?: (enrollment: Enrollee) => string
}) {
  const { people, steps, sort, granting } = props
  const stepOf = new Map(steps.map((step) => [step.stepKey, step]))
  const { today } = useDistrict()
  const url = useListUrl()
  return (
    <Table
      caption={counted(people.total, 'person', 'people')}
      dense
      rows={people.rows}
      rowKey={({ id }) => id}
      sort={url.sort(sort)}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, sortable: true, cell: ({ name }) => name },
        { key: 'school', head: 'School', from: 'lg', cell: ({ workplace }) => workplace ?? '–' },
        {
          key: 'steps',
          head: 'Steps',
          sortable: true,
          cell: (row) => (
            <span className="whitespace-nowrap">
              {stepWords(row.stepsCompleted, row.stepsRequired)}
            </span>
          ),
        },
        {
          key: 'at',
          head: 'Stands at',
          from: 'lg',
          cell: ({ stepKey }) => stepOf.get(stepKey ?? '')?.title ?? '–',
        },
        { key: 'since', head: 'Since', sortable: true, cell: (row) => <Since enrollee={row} /> },
        {
          key: 'due',
          head: 'Due',
          sortable: true,
          cell: ({ dueOn, isOverdue }) =>
            dueOn === null ? '–' : <DueDay dueOn={dueOn} isOverdue={isOverdue} />,
        },
        {
          key: 'reminded',
          head: 'Reminded',
          from: 'md',
          cell: ({ remindedOn }) =>
            remindedOn ? <Day value={remindedOn} today={today} short /> : '–',
        },
        ...(granting
          ? [
              {
                key: 'granting',
                head: 'More time',
                headHidden: true,
                cell: (row: Enrollee) =>
                  !row.completedOn && (
                    <span className="whitespace-nowrap print:hidden">
                      <TextLink href={granting(row)} aria-label={`More time for ${row.name}`}>
                        More time
                      </TextLink>
                    </span>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What happened last, and when: what says whether somebody is stuck. */
function Since({ enrollee }: { enrollee: Enrollee }) {
  const { today } = useDistrict()
  const { completedOn, expiresOn, lastStepOn, enrolledOn, engagedOn } = enrollee
  if (completedOn && !isCurrent(enrollee, today)) {
    return (
      <span>
        Expired <Day value={expiresOn ?? completedOn} today={today} short />
      </span>
    )
  }
  if (completedOn) {
    return (
      <span>
        Completed <Day value={completedOn} today={today} short />
      </span>
    )
  }
  if (lastStepOn) {
    return (
      <span>
        Last step <Day value={lastStepOn} today={today} short />
      </span>
    )
  }
  return (
    <span>
      {ENROLLED_STATES[stateOf({ engagedOn, completedOn })]}, enrolled{' '}
      <Day value={enrolledOn} today={today} short />
    </span>
  )
}
