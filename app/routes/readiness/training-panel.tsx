import { shortInWords } from '~/domain/mandates/proof'
import type { SchoolTrainings } from '~/domain/mandates/school.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'

type Training = SchoolTrainings[number]

/** How those at a school stand on each required training; apart from readiness, which is about pathways. */
export function TrainingPanel({ trainings }: { trainings: SchoolTrainings }) {
  const { district } = useDistrict()
  const late = trainings.filter(({ overdue, names }) => overdue > 0 && names)
  return (
    <Section
      title="Required training"
      lead="What a state or the district asks for again and again; today, whatever day is asked for above. It is not part of readiness."
    >
      <Table
        caption="How many are asked, due and overdue"
        captionHidden
        rows={trainings}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            head: 'Training',
            rowHead: true,
            cell: (row) =>
              row.canOpen ? (
                <TextLink href={paths.mandate(district, row)}>{row.title}</TextLink>
              ) : (
                row.title
              ),
          },
          { key: 'asked', head: 'Asked', numeric: true, cell: ({ asked }) => figure(asked) },
          { key: 'due', head: 'Due', numeric: true, cell: ({ due }) => figure(due) },
          {
            key: 'overdue',
            head: 'Overdue',
            numeric: true,
            cell: ({ overdue }) => figure(overdue),
          },
        ]}
      />
      {late.map((training) => (
        <div key={training.id} className="mt-3">
          <Disclosure
            summary={`${training.title}: ${counted(training.overdue, 'person', 'people')} overdue`}
          >
            <Late training={training} />
          </Disclosure>
        </div>
      ))}
    </Section>
  )
}

function Late({ training }: { training: Training }) {
  const { district, today } = useDistrict()
  const names = training.names ?? []
  return (
    <>
      <ul className="space-y-1">
        {names.map((person) => (
          <li key={person.id}>
            <TextLink href={paths.staffMember(district, person)} tone="ink">
              {person.name}
            </TextLink>
            , was due on <Day value={person.dueOn} today={today} short />
            {person.short && `. ${shortInWords(person.short, training.proof)}`}
          </li>
        ))}
      </ul>
      <More training={training} count={training.overdue - names.length} />
    </>
  )
}

/** How many more are overdue than are named, and where they all stand. */
function More({ training, count }: { training: Training; count: number }) {
  const { district } = useDistrict()
  if (count <= 0) return null
  const { canOpen, listedAt } = training
  const query = new URLSearchParams({
    state: 'overdue',
    ...(listedAt && { organization: listedAt }),
  })
  return (
    <p className="mt-2">
      And {count.toLocaleString('en-US')} more.{' '}
      {canOpen && (
        <TextLink href={`${paths.mandate(district, training)}?${query}#people`}>
          Everybody who is overdue<VisuallyHidden> on {training.title}</VisuallyHidden>
        </TextLink>
      )}
    </p>
  )
}

const figure = (count: number) => Number(count).toLocaleString('en-US')
