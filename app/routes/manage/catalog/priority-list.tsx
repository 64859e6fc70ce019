import { Form } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import type { Page } from '~/domain/listing'
import { byOwner, OWNER_WORDS } from '~/domain/priorities/priority'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { type Column, Table } from '~/ui/table'
import type { ListedPriority } from './priority-form'

type Named = Omit<ListedPriority, 'isInForce'>

/** The priorities in use, the state's and the district's, each changed, moved and retired in place. */
export function PriorityList({ priorities }: { priorities: ListedPriority[] }) {
  if (priorities.length === 0) {
    return (
      <EmptyState title="No priority yet" icon="course">
        Write down what the state or the district wants people to work on, such as “Every student
        reads by grade 3”. Educators then say which of them a goal serves, and the report tells
        goals by priority. Where there is none, nobody is asked.
      </EmptyState>
    )
  }
  return byOwner(priorities).map(({ owner, priorities: own }) => (
    <Section key={owner} title={`${OWNER_WORDS[owner]} priorities`}>
      <Table
        caption={`${OWNER_WORDS[owner]} priorities in use`}
        captionHidden
        rows={own}
        rowKey={({ id }) => id}
        columns={[
          ...NAMED,
          {
            key: 'years',
            head: 'School years',
            cell: (row) => (
              <>
                <Years of={row} />
                {!row.isInForce && (
                  <span className="block text-sm text-ink-quiet">Goals cannot choose it now</span>
                )}
              </>
            ),
          },
          {
            key: 'tools',
            head: 'Tools',
            headHidden: true,
            cell: (row) => (
              <Tools
                priority={row}
                isFirst={row.id === own[0]?.id}
                isLast={row.id === own.at(-1)?.id}
              />
            ),
          },
        ]}
      />
    </Section>
  ))
}

/** What is no longer chosen; the goals that serve it keep it. */
export function RetiredPriorities({ page }: { page: Page<Named> }) {
  const url = useListUrl()
  return (
    <Section title="Retired" lead="Goals that serve them keep them, and so do reports.">
      <Table
        caption="Retired priorities"
        captionHidden
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={[
          ...NAMED,
          { key: 'owner', head: 'Whose', cell: ({ owner }) => OWNER_WORDS[owner] },
          { key: 'years', head: 'School years', cell: (row) => <Years of={row} /> },
          {
            key: 'tools',
            head: 'Tools',
            headHidden: true,
            cell: ({ id, name }) => (
              <Deed id={id} intent="restore" label={`Use “${name}” again`}>
                Use it again
              </Deed>
            ),
          },
        ]}
      />
      <Pagination
        page={page.page}
        pageCount={page.pages}
        href={(next) => url({ page: next }, 'keep page')}
      />
    </Section>
  )
}

const NAMED: Column<Named>[] = [
  {
    key: 'name',
    head: 'Name',
    rowHead: true,
    cell: ({ name, description }) => (
      <>
        {name}
        {description && (
          <span className="block text-sm font-normal text-ink-quiet">{description}</span>
        )}
      </>
    ),
  },
]

function Years({ of: { fromYear, untilYear } }: { of: Named }) {
  if (fromYear === untilYear) return <Year>{schoolYearName(fromYear)}</Year>
  if (untilYear === null) return <Year>{`From ${schoolYearName(fromYear)}`}</Year>
  return (
    <>
      <Year>{schoolYearName(fromYear)}</Year> <Year>{`to ${schoolYearName(untilYear)}`}</Year>
    </>
  )
}

const Year = (props: { children: string }) => (
  <span className="whitespace-nowrap">{props.children}</span>
)

function Tools(props: { priority: Named; isFirst: boolean; isLast: boolean }) {
  const { priority, isFirst, isLast } = props
  const { id, name } = priority
  const url = useListUrl()
  return (
    <div className="flex flex-wrap items-center gap-1 md:flex-nowrap md:justify-end">
      {!isFirst && (
        <Deed id={id} intent="move" to="up" label={`Move “${name}” up`}>
          Up
        </Deed>
      )}
      {!isLast && (
        <Deed id={id} intent="move" to="down" label={`Move “${name}” down`}>
          Down
        </Deed>
      )}
      <ButtonLink
        href={`${url({ edit: id }, 'keep page')}#entry`}
        size="small"
        tone="quiet"
        aria-label={`Change “${name}”`}
      >
        Change
      </ButtonLink>
      <Deed id={id} intent="retire" label={`Retire “${name}”`}>
        Retire
      </Deed>
    </div>
  )
}

/** A button that does one thing to one priority. */
function Deed(props: { id: string; intent: string; to?: string; label: string; children: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={props.id} />
      {props.to && <input type="hidden" name="to" value={props.to} />}
      <Button size="small" tone="quiet" name="intent" value={props.intent} aria-label={props.label}>
        {props.children}
      </Button>
    </Form>
  )
}
